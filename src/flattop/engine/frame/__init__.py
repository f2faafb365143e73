"""One frame of a flight: air, sensors and pilot, actuators, motion."""
