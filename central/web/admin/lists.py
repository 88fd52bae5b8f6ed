"""What the page's lists have in common: what is looked for, a page of it, and who is looking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from litestar import Request

from central.stewards import Steward
from central.web.admin.visitors import VISIT, seal
from central.web.bodies import number

ROWS = 50
MOST_PAGES = 10_000
WORDS_LENGTH = 64

AnyRequest = Request[Any, Any, Any]


class Looked(Protocol):
    """What a list was looked for with."""

    @property
    def words(self) -> str:
        """Give the words that were typed."""

    @property
    def skip(self) -> int:
        """Give how many rows stand before these."""


def words_of(request: AnyRequest) -> str:
    """Give the words that are looked for."""
    return " ".join(request.query_params.get("q", "").replace("\0", "").split())[:WORDS_LENGTH]


def skipped(request: AnyRequest) -> int:
    """Give how many rows stand before the page that is asked for."""
    return min(number(request, "page", 0), MOST_PAGES) * ROWS


def visit_of(request: AnyRequest, steward: Steward, place: str) -> dict[str, object]:
    """Give what every page of a visit shows, the seal of its forms among it."""
    return {"steward": steward, "place": place, "seal": seal(request.cookies[VISIT])}


def listed(look: Looked, found: Sequence[object]) -> dict[str, object]:
    """Give a page of rows; one more than a page has was asked for."""
    return {"look": look, "rows": found[:ROWS], "more": len(found) > ROWS, "rows_a_page": ROWS}
