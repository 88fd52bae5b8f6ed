"""An alert that was written on this PC is no news to it."""

from __future__ import annotations

from station_client.domain.alert import Attention
from station_client.domain.ids import AlertUid
from station_client.services.alerts import with_own_seen

OWN, OTHER, TAKEN_NOTE_OF = AlertUid("own"), AlertUid("other"), AlertUid("taken note of")


def test_only_what_is_new_and_our_own_counts_as_seen() -> None:
    """Another station's stays new, and nobody's acknowledgement is taken back."""
    done = {OWN: Attention.NEW, OTHER: Attention.NEW, TAKEN_NOTE_OF: Attention.ACKNOWLEDGED}
    assert with_own_seen(done, {OWN, TAKEN_NOTE_OF}) == {
        OWN: Attention.SEEN,
        OTHER: Attention.NEW,
        TAKEN_NOTE_OF: Attention.ACKNOWLEDGED,
    }
