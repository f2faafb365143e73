"""What exists: airframes, ships, seas and pilot settings, each number with range, grade and source."""
