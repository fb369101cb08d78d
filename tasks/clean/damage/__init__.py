"""Text that a mirror site converted to traditional characters and broke on the way: the signs, and the repair."""
