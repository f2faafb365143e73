"""What the catalogue's entries are made of."""
