"""From the catalogue's entries to the records the lanes fly."""
