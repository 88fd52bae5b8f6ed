"""Other ways in which a name's own letters may be heard: soft g, flapped d, Bengali's b for v, initials by names."""

from __future__ import annotations

import re
from typing import Final

_LATIN: Final = (
    (re.compile("(?<=.)g(?=[eiy])|^g(?=[eiy].*[^aeiouy])"), "j"),  # Virginia, George; but Gita stays apart from Jiti
    (re.compile("a(?=[^aeiou]e$)"), "ai"),  # Jane, Kate
    (re.compile("(?<=[aeiou])s(?=e)"), "z"),  # Louise
    (re.compile("zh"), "l"),  # Kozhikode, Pazhani
)
_INDIC: Final = (
    (re.compile("(?<=.)[डढ]\u093c"), "र"),  # Ropar, Chandigarh
    (re.compile("(?<=.)[ਡਢ]\u0a3c|ੜ"), "ਰ"),
    (re.compile("(?<=.)[ডঢ]\u09bc"), "র"),
    (re.compile("(?<=..)[ंँ]$"), ""),  # a plural's end, often not written in Latin
    (re.compile("(?<=[क-ह])ै"), ""),  # the English short a: Jack, Sam
    (re.compile("(?<=.)[ओऊ]$"), "व"),  # Bhau
    (re.compile("ग्य"), "ग"),
    (re.compile("^क्ष"), "श"),  # Kshama, Shama
    (re.compile("^यू"), "उ"),  # Yusuf, Usuf
    (re.compile("^[বବ]"), "व"),  # Vijay, Bijoy
    (re.compile("^([ক-হ])(?=[ক-হ])"), r"\1ো"),  # Bose, Dutta
    (re.compile("యు(?=.)"), "ఇ"),  # Naidu
    (re.compile("മ്പ"), "മ്ബ"),  # Namboothiri
    (re.compile("ന്ത"), "ന്ദ"),  # Nambudiri's end is soft too
    (re.compile("(?<!ട്)ട(?!്ട)"), "ഡ"),  # Palakkad
    (re.compile("^([கசடதப])ி(?=ர)"), r"\1்"),  # Priya
)
_URDU: Final = (
    (re.compile("(?<=.)ڑ"), "ر"),  # Aligarh
    (re.compile("^دہلی$"), "دلی"),
)

_INITIALS: Final = re.compile("[b-df-hj-np-tv-xz]{2,5}|[b-df-hj-np-tv-xz]{2}[aeiou]|[aeiou][b-df-hj-np-tv-xz]{2}")
_LETTERS: Final = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        "e bi si di i ef ji ech ai je ke el em en o pi kyu ar es ti yu vi dablyu eks vai jed".split(),  # noqa: SIM905 one line
        strict=True,
    )
)
"""The English letters by their names: 'NHS' is written 'एनएचएस'."""


def other_spellings(plain: str) -> set[str]:
    """Give how a word (small letters, composed) may be spelt to be heard otherwise; it need not be among them."""
    found = {plain}
    for written, other in _LATIN if plain.isascii() else _URDU if "\u0600" <= plain[:1] <= "\u06ff" else _INDIC:
        if written.search(plain):
            found |= {written.sub(other, one) for one in tuple(found)}
    if _INITIALS.fullmatch(plain):
        found.add("".join(_LETTERS[char] for char in plain))
    return found
