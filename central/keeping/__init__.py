"""Keeping a centre: copies of it, bringing one back, and looking whether all of it is sound."""
