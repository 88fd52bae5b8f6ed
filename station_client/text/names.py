"""Keys by which a name is found in another script or spelling: 'Mohd', 'Mohammed', 'मोहम्मद' and 'محمد' meet.

A key is the name's consonants, as they sound. A short name keeps its first vowel too: 'Sita' and 'Satya'
would else be one. For names of people and places; of other words it says little.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from station_client.text import tamil
from station_client.text.normalise import words
from station_client.text.sounds import VOWELS, sounds
from station_client.text.spellings import other_spellings

LEAST: Final = 2
ENOUGH: Final = 3

_SHORT_FOR: Final = {
    short: whole
    for whole, shorts in {
        "mohammad": "md mhd moh mohd mohmd mohamd muhd मो मौ मु मोह मोहद মো মোঃ মোহ ਮੁਹ",
        "kumar": "kr कु",
        "abdul": "abd",
        "ghulam": "gh",
        "sheikh": "sk shk",
        "chaudhary": "ch चौ",
    }.items()
    for short in shorts.split()
}

_NO_NAMES: Final = frozenset(
    """
    The This That These With From For Near And Two Was Were Has Had His Her Their Not One Any All Are Who
    है हैं हो होने था थी थे में मे की के का को से ने पर और एक कर करने करके करते करता किया किये किए कार्य
    गया गयी गई गए गये जा जाने दिया दी दे देने लिया ली ले लेने रहा रही रहे वाला वाली वाले यह वह ये वे इस उस इन उन
    तथा एवं भी ही तो तक बाद साथ द्वारा अपने अपनी अपना नहीं न ना जो जिस कि या लिए बताया हुआ हुई हुए
    कोई कुछ दो तीन सभी तब जब अब मैं हम आप कहा
    आहे आणि ते ला नी करून झाला झाली होता होती এবং এই করে করা হয় থেকে
    ہے ہیں میں کی کے کا کو سے نے پر اور ایک کر کیا گیا گئی تھا تھی تھے یہ وہ اس ان
    """.split()  # noqa: SIM905 a list of these would be a page long
)
"""Words of every sentence that sound like some short name; they stand in the index as words only."""

_PIECE: Final = re.compile(r"(?:[A-Z](?<![0-9A-Za-z].)|[^\x00-\x7f])\S*")  # from a capital or a foreign letter on
_HELD_Y: Final = re.compile("(?<!^)y")
_BEFORE_M: Final = re.compile("N(?=m)")
_LION: Final = re.compile(f"N[ai]*h(?=[{VOWELS}]*$)|nh$")
_LABIAL_M: Final = re.compile("m(?=[bpfvs])")
_END: Final = re.compile(f"(?<=..)[{VOWELS}]*h?[{VOWELS}]*$")
_TWICE: Final = re.compile(r"([a-z])\1+")
_VOWEL: Final = re.compile(f"[{VOWELS}]+")
_FIRST_VOWEL: Final = re.compile(f"^[^{VOWELS}]([{VOWELS}]+)")


@lru_cache(maxsize=4_000)
def key(word: str) -> str:
    """Give the key of one word; empty where too little of it would be left to tell names apart."""
    plain = unicodedata.normalize("NFC", word).replace("\u200c", "").replace("\u200d", "").lower().rstrip(".")
    heard = sounds(_SHORT_FOR.get(plain, plain))
    if "N" in heard or "nh" in heard:
        heard = _LION.sub("ng", _BEFORE_M.sub("", heard))
    if "y" in heard:
        heard = _HELD_Y.sub("i", heard)
    heard = _END.sub("", heard.replace("N", "n"))
    head = "a" if heard[:1] in VOWELS else ""
    bones = head + _LABIAL_M.sub("n", _VOWEL.sub("", _TWICE.sub(r"\1", heard)))
    once = _TWICE.sub(r"\1", bones)
    bones = once if len(once) >= ENOUGH else bones  # 'Papa' has two, though they are one
    if len(bones) > ENOUGH - 1 and bones.endswith("v"):
        bones = bones[:-1]
    if len(bones) >= ENOUGH:
        return bones
    vowel = _FIRST_VOWEL.match(heard)
    if len(bones) < LEAST and not vowel:
        return ""
    return bones if head else bones[:1] + _chief(vowel[1] if vowel else "a") + bones[1:]


def readings(word: str) -> tuple[str, ...]:
    """Give every key a word may be heard by: as it is usually heard first, then as it may be heard too."""
    plain = unicodedata.normalize("NFC", word).lower()
    spellings = {word, *other_spellings(plain)} if plain not in _SHORT_FOR else {word}
    found = dict.fromkeys((key(word), *sorted(map(key, spellings))))
    return tuple(one for one in found if one)


@lru_cache(maxsize=24_000)
def indexed(word: str) -> tuple[str, ...]:
    """Give the keys that stand in the index for a word: a Tamil one's with its stops folded too.

    Remembered here alone, by the word: ``Pieces`` asks where it meets a word first, and a FIR's words are all asked.
    """
    heard = readings(word)
    return (*heard, *dict.fromkeys(map(tamil.folded, heard))) if tamil.is_tamil(word) else heard


@lru_cache(maxsize=8_000)
def sought(word: str) -> tuple[str, ...]:
    """Give the keys by which a word is looked for: Tamil's stops opened to all they may stand for, and folded."""
    heard = readings(word)
    opened = (one for key in heard for one in tamil.opened(key)) if tamil.is_tamil(word) else ()
    return tuple(dict.fromkeys((*heard, *opened, *map(tamil.folded, heard))))


def _chief(vowels: str) -> str:
    """Give the vowel that a run of them is heard as: 'ao' as u, 'ai' as i."""
    return max(vowels, key=VOWELS.index)


def keys(text: str) -> set[str]:
    """Give the keys of every word of a text that may be a name.

    Latin has capitals to tell; in the other scripts any word may be one. A word with digits is none there.
    """
    return set().union(*map(_piece_keys, set(_PIECE.findall(text))))


def _piece_keys(piece: str) -> tuple[str, ...]:
    return tuple({one for word in words(piece) if _may_be_name(word) for one in indexed(word)})


def _may_be_name(word: str) -> bool:
    return word not in _NO_NAMES and (not word.isascii() or (word.isalpha() and word[0].isupper()))
