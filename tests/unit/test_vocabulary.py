"""What was counted once is not counted again, until the feed has moved."""

from __future__ import annotations

from pathlib import Path

from station_client.store.replica import open_replica
from station_client.store.replica.changes import Changes
from tests.support.casework import alert

KEY = bytes(range(32))


def test_a_new_word_is_known_after_the_page_that_brought_it(tmp_path: Path) -> None:
    """A list that was kept from before would hide the alert from whoever types its first letters."""
    replica = open_replica(tmp_path / "replica.db", KEY)
    replica.feed.apply(Changes(cursor=1, alerts=(alert(0, description="gold"),)))
    assert replica.search.likely("go") == ("gold",)
    assert replica.search.likely("go") == ("gold",)
    replica.feed.apply(Changes(cursor=2, alerts=(alert(1, description="goat"),)))
    assert replica.search.likely("go") == ("goat", "gold")
    assert [one.alert.uid for one in replica.search.find(words="goa*").rows] == [alert(1).uid]
    replica.feed.start_over()
    assert replica.search.likely("go") == ()
    replica.close()
