"""Pages and folders of results."""
