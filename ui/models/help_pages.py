"""The help's pages out of one file for each language: a heading and its text. Pure but for reading the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from resources import path, text

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: its title, and its text as Markdown."""

    title: str
    body: str

    def tells_of(self, words: str) -> bool:
        """Tell whether every word stands somewhere on the page, in whatever case."""
        whole = f"{self.title} {self.body}".casefold()
        return all(word in whole for word in words.casefold().split())


@lru_cache(maxsize=4)
def pages(language: str) -> tuple[HelpPage, ...]:
    """Give the pages of a language; the English ones where there are none."""
    known = language if path(f"help/{language}.md").is_file() else FALLBACK
    parts = ("\n" + text(f"help/{known}.md")).split("\n# ")[1:]
    split = (part.partition("\n") for part in parts)
    return tuple(HelpPage(title.strip(), body.strip()) for title, _break, body in split)
