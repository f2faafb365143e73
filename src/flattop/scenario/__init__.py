"""What is asked of a flight: condition, scenario, limits, and the digest of all of it."""
