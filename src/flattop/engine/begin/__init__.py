"""How flights begin, and what differs between them."""
