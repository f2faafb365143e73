"""How a flight's time is divided: frames of sensors and pilot, steps of motion within them, nodes of the ship's motion over them."""

FRAME = 0.02
"""Duration of a frame [s]: sensors and pilot run at 50 Hz."""
STEPS = 8
"""Steps of motion in a frame: 2.5 ms, justified in docs/theory/convergence."""
FRAMES_PER_NODE = 20
"""Frames between two nodes of the ship's motion: 0.4 s at 50 frames a second."""
