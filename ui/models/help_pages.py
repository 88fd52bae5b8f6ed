"""The help's pages out of one file for each language: a heading and its text. Pure but for reading the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from resources import path, text

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: its title, and its text as Markdown; ``alike`` is the same page in English, where it is another one.

    Officers who read Hindi type FIR, PDF and outbox in Latin letters.
    """

    title: str
    body: str
    alike: HelpPage | None = None

    def tells_of(self, words: str) -> bool:
        """Tell whether every word stands somewhere on the page, in whatever case."""
        return _has(f"{self.title} {self.body}", words) or (self.alike is not None and self.alike.tells_of(words))

    def is_about(self, words: str) -> bool:
        """Tell whether every word stands in its title."""
        return _has(self.title, words) or (self.alike is not None and self.alike.is_about(words))


@lru_cache(maxsize=4)
def pages(language: str) -> tuple[HelpPage, ...]:
    """Give the pages of a language; the English ones where there are none."""
    known = language if path(f"help/{language}.md").is_file() else FALLBACK
    parts = ("\n" + text(f"help/{known}.md")).split("\n# ")[1:]
    split = (part.partition("\n") for part in parts)
    read = tuple(HelpPage(title.strip(), body.strip()) for title, _break, body in split)
    english = () if known == FALLBACK else pages(FALLBACK)
    if len(english) != len(read):  # of a language that is begun only, no page is known to be another's
        return read
    return tuple(replace(one, alike=other) for one, other in zip(read, english, strict=True))


def _has(text_of_page: str, words: str) -> bool:
    whole = text_of_page.casefold()
    return all(word in whole for word in words.casefold().split())
