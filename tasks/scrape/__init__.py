"""Sources, fetching and snapshots."""
