"""Stage 1: from a source folder to a manifest of its files, and from bytes to text."""
