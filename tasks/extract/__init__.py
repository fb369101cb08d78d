"""From text to observations."""
