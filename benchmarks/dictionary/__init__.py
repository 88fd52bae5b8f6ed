"""Makes the trained dictionary of the wire, and measures what it saves."""
