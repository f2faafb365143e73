"""Ship motion beside measured models."""
