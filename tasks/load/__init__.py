"""The warehouse in databases."""
