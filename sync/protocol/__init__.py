"""The one definition of the wire; both ends import it, and it takes no side."""
