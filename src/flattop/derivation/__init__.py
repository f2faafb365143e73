"""How catalogue numbers are made; run by hand, imported by nobody."""
