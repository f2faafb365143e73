"""Checks of Flattop against what others measured or computed, and against itself."""
