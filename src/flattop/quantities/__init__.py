"""Vectors, quaternions and elementary functions that vectorise: the words of the language, no physics."""
