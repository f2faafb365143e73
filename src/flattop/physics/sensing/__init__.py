"""What sensors show."""
