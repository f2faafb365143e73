"""How high, how fast, how far and how long an airframe flies: steady flight put together."""
