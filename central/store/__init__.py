"""What the centre keeps: the door to SQLAlchemy, one transaction at a time."""
