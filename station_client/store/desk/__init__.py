"""What officers here wrote and nobody else has yet: one encrypted file."""

from station_client.store.desk.audit import AuditEntry, Trace
from station_client.store.desk.desk import Desk, open_desk

__all__ = ["AuditEntry", "Desk", "Trace", "open_desk"]
