"""What happened to a flight: touchdowns, clearances, accidents, endings."""
