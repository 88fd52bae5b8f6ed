"""The sync on bad lines, beside its peers: ``make bench-sync``."""
