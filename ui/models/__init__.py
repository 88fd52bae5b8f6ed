"""Thin models over frozen snapshots; each asks for windows of rows and holds no database row."""
