"""Who flies the frames: compiled lanes, or plain Python."""
