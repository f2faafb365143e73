"""Questions asked of many flights."""
