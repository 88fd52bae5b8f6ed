"""The centre's description of itself, turned into questions that nobody would ask."""
