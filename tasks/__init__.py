"""The work, a folder a stage."""
