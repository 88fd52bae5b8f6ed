"""What this PC keeps: the replica, the desk and the sealed files. The door to ``sqlalchemy`` and ``sqlcipher3``."""
