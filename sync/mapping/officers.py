"""A grant, read into the officer and the tokens it carries."""

from __future__ import annotations

from datetime import datetime, timedelta

from station_client.domain.alert import Category
from station_client.domain.ids import Login
from station_client.domain.office import Act, Officer, Rights
from station_client.ports import Tokens
from sync.mapping.records import known, office_of
from sync.protocol.messages import Grant, OfficerRecord


def officer_of(record: OfficerRecord) -> Officer:
    """Read an officer; a right this program does not know is not a right here."""
    acts = frozenset(act for one in record.acts if (act := known(Act, one)))
    categories = frozenset(category for one in record.categories if (category := known(Category, one)))
    return Officer(
        login=Login(record.login),
        name=record.name,
        rank=record.rank,
        office=office_of(record.office),
        rights=Rights(acts, categories),
        district_name=record.district_name,
        state_name=record.state_name,
    )


def tokens_of(grant: Grant, now: datetime) -> Tokens:
    """Read a grant's tokens; their ends are reckoned by this PC's clock from ``now``."""
    return Tokens(
        access=grant.access_token,
        access_until=now + timedelta(seconds=grant.access_seconds),
        refresh=grant.refresh_token,
        refresh_until=now + timedelta(seconds=grant.refresh_seconds),
    )
