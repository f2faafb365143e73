"""What the catalogue refuses beyond types: contradictions within an entry."""
