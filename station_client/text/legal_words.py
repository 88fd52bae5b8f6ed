"""How the words 'section' and the acts' names are written beside a section's number, in the country's scripts."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Final

from station_client.text.normalise import normalise

_ACTS: Final = {
    "BNSS": (
        "b.n.s.s",
        "bharatiya nagarik suraksha sanhita",
        "भारतीय नागरिक सुरक्षा संहिता",
        "भा.ना.सु.सं",
        "बी.एन.एस.एस",
        *("বিএনএসএস", "બીએનએસએસ", "ਬੀਐਨਐਸਐਸ", "ବିଏନଏସଏସ", "பிஎன்எஸ்எஸ்", "బీఎన్ఎస్ఎస్", "ಬಿಎನ್ಎಸ್ಎಸ್", "ബിഎൻഎസ്എസ്"),
    ),
    "BNS": (
        "b.n.s",
        "bharatiya nyaya sanhita",
        "bhartiya nyay sanhita",
        "भारतीय न्याय संहिता",
        "भा.न्या.सं",
        "भा.न्या.स",
        "बी.एन.एस",
        *("বিএনএস", "বি.এন.এস", "બીએનએસ", "ਬੀਐਨਐਸ", "ਬੀ.ਐਨ.ਐਸ", "ବିଏନଏସ", "பிஎன்எஸ்", "బీఎన్ఎస్", "బిఎన్ఎస్"),
        *("ಬಿಎನ್ಎಸ್", "ബിഎൻഎസ്", "بی.این.ایس"),
    ),
    "IPC": (
        "i.p.c",
        "indian penal code",
        "भारतीय दंड संहिता",
        "भारतीय दंड विधान",
        *("भा.द.वि", "भा.दं.वि", "भा.द.सं", "भा.दं.सं", "भा.द.स", "ता.हि", "आई.पी.सी"),
        *("আইপিসি", "আই.পি.সি", "ভারতীয় দণ্ডবিধি", "આઈપીસી", "ਆਈਪੀਸੀ", "ਆਈ.ਪੀ.ਸੀ", "ଆଇପିସି", "ஐபிசி", "இ.த.ச"),
        *("ఐపీసీ", "ఐపిసి", "ಐಪಿಸಿ", "ഐപിസി", "آئی.پی.سی", "تعزیرات ہند"),
    ),
    "CrPC": (
        "cr.p.c",
        "code of criminal procedure",
        "criminal procedure code",
        *("दंड प्रक्रिया संहिता", "द.प्र.सं", "दं.प्र.सं", "सी.आर.पी.सी"),
        *("সিআরপিসি", "સીઆરપીસી", "ਸੀਆਰਪੀਸੀ", "ସିଆରପିସି", "సీఆర్పీసీ", "ಸಿಆರ್ಪಿಸಿ", "സിആർപിസി"),
    ),
    "IEA": ("i.e.a", "indian evidence act", "evidence act"),
    "BSA": ("b.s.a", "bharatiya sakshya adhiniyam", "भारतीय साक्ष्य अधिनियम", "बी.एस.ए"),
}
_SECTION: Final = (
    *("under section", "under sections", "sections", "section", "sec", "secs", "u/s", "u/ss", "s", "ss", "us"),
    *("dhara", "dafa", "kalam", "धारा", "धाराओं", "धाराएं", "धाराये", "दफा", "कलम", "ধারা", "ধারার", "કલમ", "ਧਾਰਾ"),
    *("ଧାରା", "ଦଫା", "பிரிவு", "சட்டப்பிரிவு", "సెక్షన్", "ಕಲಂ", "ಸೆಕ್ಷನ್", "വകുപ്പ്", "دفعہ", "زیر دفعہ"),
)
_LINKS: Final = ("of the", "of", "under the", "under", "के", "की", "का")


def _pattern(spelling: str) -> str:
    """Give a spelling's pattern: dots may be there or a blank for them, blanks may be wider."""
    parts = [re.escape(part) for part in re.split(r"[.]", normalise(spelling))]
    return r"[. ]{0,2}".join(parts).replace(r"\ ", r"\s+") + (r"\.?" if len(parts) > 1 else "")


def _squeezed(spelling: str) -> str:
    return re.sub(r"[\s./]", "", normalise(spelling))


def _longest_first(spellings: tuple[str, ...]) -> str:
    return "|".join(_pattern(one) for one in sorted(spellings, key=len, reverse=True))


_ALL_ACTS: Final = tuple(spelling for spellings in _ACTS.values() for spelling in spellings)
_BY_LETTERS: Final = {_squeezed(spelling): act for act, spellings in _ACTS.items() for spelling in spellings}

_SQUEEZED: Final = dict.fromkeys(map(ord, " \t\r\n.,:;/()-&'\u0964§"))
BLANKS: Final = "".join(map(chr, _SQUEEZED))
_ENDS: Final[defaultdict[str, tuple[str, ...]]] = defaultdict(tuple)
for _one in sorted({_squeezed(one) for one in (*_ALL_ACTS, *_SECTION)}):
    _ENDS[_one[-1]] += (_one,)
LAST_LETTERS: Final = "".join(sorted(_ENDS))
"""With what words of law end, before a section's number and the blanks there."""

BEFORE: Final = re.compile(
    rf"(?<!\w)(?=[\w§])(?:(?P<act>{_longest_first(_ALL_ACTS)})[\s,.:()-]{{0,4}})?"
    rf"(?:(?<!\w)(?:{_longest_first(_SECTION)}|§)[\s.:()-]{{0,4}})?$"
)
AFTER: Final = re.compile(rf"(?:(?:{'|'.join(_LINKS)})\s+)?(?:the\s+)?(?P<act>{_longest_first(_ALL_ACTS)})(?!\w)")
AFTER_STARTS: Final = tuple({_squeezed(one)[:1] for one in _ALL_ACTS} | {one[:2] for one in (*_LINKS, "the")})
"""How what stands after a section's number begins, where it may be an act's name."""
BETWEEN: Final = " \t\r\n,.():-"


def _last_runs(spelling: str) -> set[str]:
    """Give the letters in a row with which a spelling ends, however many of its dots are there."""
    parts = spelling.split(".")
    return {re.split(r"\W+", "".join(parts[at:]))[-1] for at in range(len(parts))}


_LAW: Final = tuple({_squeezed(one) for one in (*_ALL_ACTS, *_SECTION)})
_LAST_RUNS: Final = frozenset().union(*(_last_runs(one) for one in (*_ALL_ACTS, *_SECTION) if one.isascii()))


@lru_cache(maxsize=20_000)
def may_end_law(piece: str) -> bool:
    """Tell whether words of law may end with a piece of text, whatever stands before it: most pieces end none."""
    if piece.isascii():
        return re.split(r"\W+", piece.rstrip(BLANKS))[-1] in _LAST_RUNS
    written = _squeezed(piece)
    return "§" in piece or any(written.endswith(one) or one.endswith(written) for one in _LAW)


def may_be_law(before: str) -> bool:
    """Tell, quickly, whether what stands before a number may end in words of law; few letters end any of them."""
    ends = _ENDS.get(before.rstrip(BLANKS)[-1:])
    return ends is not None and before.translate(_SQUEEZED).endswith(ends)


def act_of(written: str) -> str:
    """Name the act of a normalised spelling; empty where it is none."""
    return _BY_LETTERS.get(_squeezed(written), "")
