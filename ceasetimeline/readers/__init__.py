"""Articles in: files, folders and tables."""
