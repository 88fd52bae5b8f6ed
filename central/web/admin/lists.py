"""What the page's lists have in common: what is looked for, a page of it, and who is looking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar import Request

from central.stewards import Steward
from central.store.stewardship import Kind, Look
from central.web.admin.visitors import VISIT, seal
from central.web.bodies import number

ROWS = 50
MOST_PAGES = 10_000
WORDS_LENGTH = 64

AnyRequest = Request[Any, Any, Any]


def look_of(request: AnyRequest, usual: Kind) -> Look[Kind]:
    """Read what a list is looked for with, of the ``usual`` kind unless another one is named."""
    asked, kinds = request.query_params.get("which", ""), type(usual)
    words = " ".join(request.query_params.get("q", "").replace("\0", "").split())[:WORDS_LENGTH]
    skip = min(number(request, "page", 0), MOST_PAGES) * ROWS
    return Look("", kinds(asked) if asked in set(kinds) else usual, words, skip, ROWS + 1)


def visit_of(request: AnyRequest, steward: Steward, place: str) -> dict[str, object]:
    """Give what every page of a visit shows, the seal of its forms among it."""
    return {"steward": steward, "place": place, "seal": seal(request.cookies[VISIT])}


def listed(look: Look[Any], found: Sequence[object]) -> dict[str, object]:
    """Give a page of rows; one more than a page has was asked for."""
    return {"look": look, "rows": found[:ROWS], "more": len(found) > ROWS, "rows_a_page": ROWS}
