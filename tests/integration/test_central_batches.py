"""A batch at the centre: what its items have in common is asked for once, and each is judged by its own author."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from central.rights import Account
from station_client.domain.office import Act
from sync.protocol.codes import ItemReason, Outcome
from sync.protocol.messages import PushBatch
from tests.support.centre import ALL, CONSTABLE_A, SHO_A, SI_A, SmallCentre, an_item

AN_ITEM = 26
"""Statements: its record, its entry in the index, what it may repeat, its number, its own row."""


@contextmanager
def counted() -> Iterator[list[str]]:
    """Write down the statements of every database."""
    statements: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def test_each_item_is_judged_by_its_own_author(small: SmallCentre) -> None:
    """In one batch; who never signed in here, or may not, is refused each time, and the rest is received."""
    small.sign_in(CONSTABLE_A)
    grant = small.sign_in(SI_A)
    authors = (SI_A, CONSTABLE_A, SHO_A, "nobody", SI_A, SHO_A)
    answers = small.centre.push(grant.access_token, PushBatch(items=tuple(map(an_item, authors)))).answers
    unknown, may_not = ItemReason.UNKNOWN_AUTHOR, ItemReason.NOT_ENTITLED
    assert [one.reason for one in answers] == ["", may_not, unknown, unknown, "", unknown]


def test_a_withdrawal_counts_in_the_next_batch(small: SmallCentre) -> None:
    """Nothing of an author is remembered from one batch to the next."""
    small.sign_in(CONSTABLE_A)
    grant = small.sign_in(SI_A)
    item = an_item()
    assert small.push_one(grant, item).outcome == Outcome.RECEIVED
    with small.house.store.read() as unit:
        before = unit.officers.one(SI_A)
    assert before is not None
    small.house.accounts.put_officer(Account(SI_A, before.name, before.rank, before.office_code, (Act.VIEW,), ALL), "")
    assert small.push_one(small.sign_in(CONSTABLE_A), an_item()).reason == ItemReason.NOT_ENTITLED


def test_a_batch_asks_once_for_what_its_items_share(small: SmallCentre) -> None:
    """However many alerts of one FIR there are: a few statements for each item, one for its author and office."""
    grant = small.sign_in()
    small.centre.push(grant.access_token, PushBatch(items=tuple(an_item() for _ in range(25))))
    with counted() as statements:
        small.centre.push(grant.access_token, PushBatch(items=tuple(an_item() for _ in range(40))))
    assert len(statements) < 40 * AN_ITEM
    assert sum("FROM machine_officers" in one for one in statements) == 1
