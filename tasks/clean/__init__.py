"""From bytes to articles."""
