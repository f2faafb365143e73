"""Laws of nature: scalar functions on records, one subject a file."""
