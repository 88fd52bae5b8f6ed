"""The line over TLS: the only door to ``requests`` (and to ``urllib3`` under it)."""

from sync.https.feed import HttpsTransport
from sync.https.trust import Papers, Policy

__all__ = ["HttpsTransport", "Papers", "Policy"]
