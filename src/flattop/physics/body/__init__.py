"""The aircraft: its motion, air loads, propulsion, control surfaces and gear."""
