"""Hindi has one word for one thing, and one spelling for one word: on window, help and paper, and at the centre."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from central.web.admin.words import HINDI
from resources import path
from station_client.domain.particular_words import LEADS, ORDER, WORDS
from ui.printing import alert_labels, notices, receipt_pdf
from ui.printing.form_labels import Label

ROOT = Path(__file__).resolve().parent.parent.parent
WORD = re.compile("[\u0900-\u0963\u0970-\u097f\u200d-]+")
LETTER = "[\\w\u0900-\u0963]"
NASAL = re.compile("[ङञणनम]\u094d(?=[क-म])")
TABLE = ROOT / "docs" / "languages.md"


def window() -> Iterator[str]:
    """Give every text of the window, Qt's own too."""
    for name in ("station_client_hi", "qt_hi"):
        for message in ET.parse(path(f"translations/{name}.ts")).getroot().iter("message"):  # noqa: S314 our own file
            said = message.find("translation")
            assert said is not None
            yield from (one.text or "" for one in (said.findall("numerusform") or [said]))


def paper() -> Iterator[str]:
    """Give what the program itself says on paper; the form's labels are the form's."""
    for module in (alert_labels, notices, receipt_pdf):
        for one in vars(module).values():
            for label in one.values() if isinstance(one, dict) else (one,):
                if isinstance(label, Label):
                    yield label.hi


def texts() -> list[str]:
    """Give everything that the project says in Hindi to an officer."""
    particulars = [text for one in WORDS.values() for text in (one.label.hi, one.example.hi)]
    leads = [one.hi for one in (*LEADS.values(), *ORDER.values())]
    help_pages = path("help/hi.md").read_text(encoding="utf-8").splitlines()
    return [*window(), *paper(), *particulars, *leads, *help_pages, *HINDI.values()]


def test_no_word_has_two_spellings() -> None:
    """Neither with and without the dot, nor with न् and ं, nor with and without a hyphen."""
    spelt: dict[str, set[str]] = defaultdict(set)
    for text in texts():
        for word in WORD.findall(unicodedata.normalize("NFD", text)):
            spelt[_heard(word)].add(word.strip("-"))
    apart = {"".join(map(_heard, pair)) for text in texts() for pair in _pairs(text)}
    assert {key: ways for key, ways in spelt.items() if len(ways) > 1} == {}
    assert [ways for key, ways in spelt.items() if key in apart and any("-" in one for one in ways)] == []


def test_no_text_uses_a_word_that_the_table_rules_out() -> None:
    """The last column of the table in docs/languages.md."""
    rows = re.findall(r"^\| .+ \| .+ \| (.+) \|$", TABLE.read_text(encoding="utf-8"), re.MULTILINE)[1:]
    ruled_out = [word for row in rows for word in row.split(", ")]
    assert len(ruled_out) > 20
    found = [
        (word, text) for text in texts() for word in ruled_out if re.search(f"(?<!{LETTER}){word}(?!{LETTER})", text)
    ]
    assert found == []


def test_a_label_ends_with_its_key() -> None:
    """“प्रिंट करें… (&P)”: words, dots, then the letter, so that a menu and a button look alike."""
    keyed = [text for text in window() if "(&" in text]
    assert keyed
    assert [text for text in keyed if not re.search(r"[^ (]… \(&\w\)$|[^ …(] \(&\w\)(:| >>| <<)?$", text)] == []


def test_an_officer_is_asked_in_one_way() -> None:
    """करें, never करो, कीजिए or करिए."""
    assert [text for text in texts() if re.search(r"कीजिए|कीजिये|करिए|करिये|करो\b|दीजिए|लीजिए", text)] == []


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    words = WORD.findall(unicodedata.normalize("NFD", text))
    return pairwise(words)


def _heard(word: str) -> str:
    """Give a key that two spellings of a word share: no dot below, every nasal as ं, no hyphen."""
    plain = unicodedata.normalize("NFD", word).replace("\u093c", "").replace("ँ", "ं")
    return NASAL.sub("ं", plain).replace("-", "").replace("\u200d", "")
