"""What was published of aircraft and ships, beside what Flattop gives."""
