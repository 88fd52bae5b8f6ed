"""Whatever is typed or comes over the line, the text's tools stand."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_client.text import highlight, names, references
from station_client.text.normalise import normalise, spans, words
from station_client.text.query import MOST_PARTS, parse

SCRIPTS = st.characters(min_codepoint=0x20, max_codepoint=0xDFF) | st.characters(
    min_codepoint=0x600, max_codepoint=0x6FF
)
TEXT = st.text() | st.text(SCRIPTS)
SIGNS = st.sampled_from("0123456789ab .,/&()-:;§ा_")
WRITTEN = st.sampled_from(
    ("302", "BNS", "b.n.s", "Penal Code", " u/s ", "sec.", "years", " धारा ", "भा.द.वि.", "ता.हि")
)
OTHERS = st.sampled_from((" of the ", "r/w", " तथा ", "एक", "about ", "MH", "bh", "+91", "9876543210", "s", "क"))
POINTING = st.lists(SIGNS | WRITTEN | OTHERS, max_size=14).map("".join)
LEGAL = st.lists(st.sampled_from([*"0123456789abAB .,/&()-", "IPC", " u/s ", "धारा ", "MH", "+91", "r/w"])).map("".join)


@given(TEXT)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    """A query that was normalised meets an index that was."""
    once = normalise(text)
    assert normalise(once) == once


@given(TEXT, TEXT)
def test_normalising_words_apart_or_together_is_the_same(one: str, other: str) -> None:
    """A word is found wherever in a text it stands."""
    assert normalise(f"{one} {other}") == f"{normalise(one)} {normalise(other)}"


@given(TEXT)
def test_spans_are_the_words(text: str) -> None:
    """What is cut is what is spanned, in order."""
    assert [text[start:end] for start, end in spans(text)] == words(text)


@given(TEXT)
def test_a_key_is_plain_or_nothing(text: str) -> None:
    """The index never gets anything but small Latin letters for a key."""
    for key in (names.key(text), *names.keys(text)):
        assert key == "" or (key.isascii() and key.isalpha() and key.islower())


@given(TEXT)
def test_a_search_line_always_reads(text: str) -> None:
    """Every part has words, and none of them is empty."""
    query = parse(text)
    parts = (*query.wanted, *query.unwanted)
    assert len(parts) <= MOST_PARTS
    assert all(part.words and all(part.words) for part in parts)


@given(TEXT | LEGAL, TEXT | LEGAL)
def test_highlights_lie_in_the_text(line: str, text: str) -> None:
    """Spans are in order and do not overlap."""
    spans = highlight.find(text, (*parse(line).terms, *parse(text).terms))
    found = [edge for span in spans for edge in span]
    assert all(unicodedata.category(text[end : end + 1] or " ") not in {"Mn", "Mc", "Me"} for _, end in spans)
    assert found == sorted(found)
    assert all(0 <= edge <= len(text) for edge in found)


@given(POINTING)
def test_no_number_that_points_at_something_is_passed_over(text: str) -> None:
    """Most numbers are not read with care; what is found is what would be found if each were."""
    plain = normalise(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(references, "_WORTH", references._NUMBER)
        every_one = references.find(plain)
    assert references.find(plain) == every_one


@given(TEXT | LEGAL, st.booleans())
def test_what_is_pointed_at_lies_in_the_text_in_order(text: str, typed: bool) -> None:  # noqa: FBT001 hypothesis gives it
    """References never overlap backwards, and their tokens are letters and digits."""
    plain = normalise(text)
    found = references.find(plain, typed=typed)
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(plain) for edge in edges)
    assert all(token.isalnum() and references.is_token(token) for one in found for token in (*one.written, *one.sought))
    assert all(one.written[0] in one.sought or one.written[1] in one.sought for one in found if len(one.written) > 1)


@given(
    st.lists(
        TEXT
        | LEGAL
        | st.sampled_from(['"', "NEAR(", "AND", "OR", "NOT", "*", "^", ":", "{", "\0", "-", "🙂", "\u0301", "ा"]),
        max_size=12,
    )
)
def test_a_wild_line_is_read(pieces: list[str]) -> None:
    """Unbalanced quotes, words of command, signs, emoji, lone marks, in any order."""
    query = parse(" ".join(pieces))
    assert all(
        part.words and all(words(word) == [word] for word in part.words) for part in (*query.wanted, *query.unwanted)
    )
