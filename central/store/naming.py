"""Which FIRs an alert names: the one that it is of, and those in its words. Pure."""

from __future__ import annotations

from functools import lru_cache

from station_client.domain.fir_number import named_in
from station_client.domain.ids import OfficeCode
from sync.protocol.records import AlertRecord

MOST_NOTED = 100
"""So many FIRs in an alert's words are remembered for what is learnt of them later; at its coming all are looked at."""
_LATELY = 1024  # a batch's, or a page's of an import: they are asked for at each step of its way in


@lru_cache(maxsize=_LATELY)
def in_words(office_code: str, *texts: str) -> frozenset[str]:
    """Give the keys of the FIRs that texts of an office's alert name; a short form belongs to that office."""
    return named_in("\n".join(texts), OfficeCode(office_code))


def named_by(alert: AlertRecord) -> frozenset[str]:
    """Give the keys of all FIRs that an alert names: itself, in its words, in its files' names."""
    files = (one.name for one in alert.files)
    words = in_words(alert.office_code, alert.description, alert.gd_number, alert.gd_reason, *files)
    return words | ({alert.fir_key} - {""})


def noted(alert: AlertRecord) -> frozenset[str]:
    """Give what is remembered of the FIRs that an alert names beside its own."""
    return frozenset(sorted(named_by(alert) - {alert.fir_key})[:MOST_NOTED])
