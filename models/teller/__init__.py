"""A small network that says jotted facts and notes in sentences."""
