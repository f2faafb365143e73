"""What Flattop says of itself, and of the forms it took from specifications."""
