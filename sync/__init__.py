"""The engine that carries work to the centre and news back. No Qt."""
