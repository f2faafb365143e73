"""The ship: her deck, the waves, her motion."""
