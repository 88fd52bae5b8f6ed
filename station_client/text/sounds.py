"""How a name sounds, roughly, whatever script it is written in: letters to a few Latin sounds.

A sound is a consonant of ``bcdfghjklmnprstvy``, ``N`` for a nasal sign, or a vowel: ``a``, ``i`` (i, e) or ``u``
(u, o). The nine Indic blocks of Unicode are laid out alike, so one table by place in the block serves them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

VOWELS: Final = "aiu"

_CONSONANTS: Final = dict(enumerate("kkggnccjjnttddnttddnnpfbbmyrrlllvsssh", start=0x15)) | dict(
    enumerate("kkgjddfy", start=0x58)
)
_LETTER_VOWELS: Final = dict(
    zip(range(0x05, 0x15), ("a", "a", "i", "i", "u", "u", "ri", "li", *"iiiiuuuu"), strict=True)
) | {
    0x60: "ri",
    0x61: "li",
}
_SIGN_VOWELS: Final = dict(zip(range(0x3E, 0x4D), ("a", "i", "i", "u", "u", "ri", "ri", *"iiiiuuuu"), strict=True)) | {
    0x62: "li",
    0x63: "li",
}
_NASAL_SIGNS: Final = {0x00, 0x01, 0x02}
_VIRAMA, _NUKTA, _JA, _NYA = 0x4D, 0x3C, 0x1C, 0x1E
_ODD_LETTERS: Final = {"ੰ": "N", "ৎ": "t"} | dict(zip("ൺൻർൽൾൿ", "nnrllk", strict=True))
_SOUTHERN_NASALS: Final = "[\u0c02\u0c82\u0d02]"  # by number: they look like a Latin letter
_WRITTEN_AS: Final = (
    (re.compile("ৰ"), "र"),
    (re.compile("[ৱୱ]|(?<=[^মରমମর][্୍])[বବ]"), "व"),  # Biswas, Swain; but Sambalpur
    (re.compile("ட்ச"), "க்ஷ"),  # Lakshmi
    (re.compile(f"{_SOUTHERN_NASALS}(?=$|[നനనഹಹహ])"), "മ"),  # Kollam, Karimnagar, Narasimha
)
"""Letters of one script by those that sound so in another: the table goes by the place in the block alone."""
_REWRITTEN: Final = re.compile(f"[ৰৱୱବবட]|{_SOUTHERN_NASALS}")
_FIRST_INDIC, _AFTER_INDIC = 0x900, 0xD80

_URDU: Final = {
    letter: sound
    for sound, letters in {
        "a": "اآأإٱعىئؤ",
        "b": "ب",
        "p": "پ",
        "t": "تٹط",
        "s": "ثسشص",
        "j": "جذزژضظ",
        "c": "چ",
        "h": "حہهۂۃة",
        "k": "خقکك",
        "d": "دڈڑ",
        "r": "ر",
        "g": "غگ",
        "f": "ف",
        "l": "ل",
        "m": "م",
        "n": "نں",
        "i": "یيے",
        "u": "و",
    }.items()
    for letter in letters
}
_URDU_VOWEL_LETTERS: Final = "اآیيے"

_PLAIN: Final = re.compile("[A-Za-z]+")
_LATIN: Final = tuple(
    (None if _PLAIN.fullmatch(pattern) else re.compile(pattern), pattern, sound, needed)
    for pattern, sound, needed in (
        ("[tsc]i(?=on)", "s", "ion"),
        ("tur(?=e)", "Cur", "ture"),
        ("^wr", "r", "wr"),
        ("^kn", "n", "kn"),
        ("dg(?=e)", "j", "dge"),
        ("^ch(?=r)", "k", "chr"),
        ("[tc]?chh?", "C", "ch"),
        ("s[hC]h?", "s", "s"),
        ("ph", "f", "ph"),
        ("ck", "k", "ck"),
        ("q", "k", "q"),
        ("x", "ks", "x"),
        ("c(?=[eiy])", "s", "c"),
        ("c", "k", "c"),
        ("C", "c", "C"),
        ("^jn|[dgj]ny|^gy(?=[aeiou])", "g", ""),
        ("(?<=[kgcjtdpbs])h", "", "h"),
        ("(?<=o)w(?![aeiou])", "", "w"),
        ("w", "v", "w"),
        ("z", "j", "z"),
        ("(?<=[ae])o$", "v", "o"),
        ("(?<=[ae])u$", "v", "u"),
        ("e", "i", "e"),
        ("o", "u", "o"),
    )
)
"""Pattern, what is written where it is letters only, its sound, and what must be in a word for it to be tried."""


def sounds(word: str) -> str:
    """Give the sounds of a word of one script; what is no letter of it is passed over."""
    for char in word:
        code = ord(char)
        if _FIRST_INDIC <= code < _AFTER_INDIC:
            return _indic(_rewritten(word))
        if "\u0600" <= char <= "\u077f":
            return _urdu(word)
    return _latin(word)


def _rewritten(word: str) -> str:
    if _REWRITTEN.search(word):
        for written, other in _WRITTEN_AS:
            word = written.sub(other, word)
    return word


def _indic(word: str) -> str:
    heard: list[str] = []
    at = 0
    while at < len(word):
        char = word[at]
        place = _place(word, at)
        at += 1
        if char in _ODD_LETTERS:
            heard.append(_ODD_LETTERS[char])
        elif place in _CONSONANTS:
            if (place, _place(word, at), _place(word, at + 1)) == (_JA, _VIRAMA, _NYA):
                heard.append("g")
                at += 2
            else:
                heard.append(_CONSONANTS[place])
            at += _place(word, at) == _NUKTA
            sign = _place(word, at)
            if sign != _VIRAMA and sign not in _SIGN_VOWELS and at < len(word):
                heard.append("a")
        elif place in _NASAL_SIGNS:
            heard.append("N")
        else:
            heard.append(_LETTER_VOWELS.get(place) or _SIGN_VOWELS.get(place, ""))
    return "".join(heard)


def _place(word: str, at: int) -> int:
    """Say where in its block a letter stands; -1 where it is not Indic or there is none."""
    code = ord(word[at]) if at < len(word) else 0
    return code & 0x7F if _FIRST_INDIC <= code < _AFTER_INDIC else -1


def _urdu(word: str) -> str:
    heard: list[str] = []
    for at, char in enumerate(word):
        sound = _URDU.get(char, "")
        if sound == "u" and (at == 0 or word[at + 1 : at + 2] in tuple(_URDU_VOWEL_LETTERS)):
            sound = "v"
        elif sound == "i" and at == 0:
            sound = "y"
        heard.append(sound)
    return "".join(heard)


def _latin(word: str) -> str:
    text = word.lower()
    if not (text.isascii() and text.isalpha()):
        text = "".join(char for char in unicodedata.normalize("NFKD", word).lower() if "a" <= char <= "z")
    for pattern, written, sound, needed in _LATIN:
        if needed in text:
            text = text.replace(written, sound) if pattern is None else pattern.sub(sound, text)
    return text
