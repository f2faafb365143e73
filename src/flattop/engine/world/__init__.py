"""The world around a flight in the form the lanes read: sea, ship motion ahead, gridded airwakes."""
