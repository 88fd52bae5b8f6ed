"""What the centre said, as this PC last heard it: one encrypted file."""

from station_client.store.replica.replica import Replica, open_replica

__all__ = ["Replica", "open_replica"]
