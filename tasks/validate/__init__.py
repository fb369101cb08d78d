"""What decides which rows are published."""
