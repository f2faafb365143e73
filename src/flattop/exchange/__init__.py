"""What Flattop's aircraft are in the words of other programs: files made from catalogue and physics, as text."""
