"""How an airframe's numbers are made, from its drawing."""
