"""The words and colours of the page for State IT: every phrase in Hindi, every text readable."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import product

import pytest

from central.store.post import Post
from central.store.standings import Which
from central.web.admin.pages import age
from central.web.admin.words import ENGLISH, HINDI, said
from station_client.domain.message import Channel, Delivery, DeliveryReason

TEMPLATES = files("central.web.admin") / "templates"
READABLE = 4.5
_PHRASE = re.compile(r'\bt\("([^"]+)"\)')
_SEARCHED = re.compile(r'search\(t, look, "[^"]+", "([^"]+)"\)')


def phrases() -> set[str]:
    """Give every phrase that a template says."""
    texts = [one.read_text("utf-8") for one in TEMPLATES.iterdir() if one.name.endswith(".html")]
    return {found for text in texts for rule in (_PHRASE, _SEARCHED) for found in rule.findall(text)}


def test_every_phrase_has_its_hindi() -> None:
    """Nothing on the Hindi page is English by oversight, and no translation is of nothing."""
    ages = {"{n} days", "{n} h", "{n} min", "{n} s"}
    kinds = {"which": Which, "post": Post, "channel": Channel, "state": Delivery, "why": DeliveryReason}
    keys = {f"{name}-{one}" for name, kind in kinds.items() for one in kind}
    assert phrases() | ages | keys == set(HINDI)
    assert set(ENGLISH) == keys
    assert all(english.count("{n}") == hindi.count("{n}") for english, hindi in HINDI.items())
    assert said("en", "which-all") == "All"


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "0 s"), (59, "59 s"), (61, "1 min"), (3600, "1 h"), (86_400, "24 h"), (172_800, "2 days")]
)
def test_an_age_is_one_whole_unit(seconds: int, told: str) -> None:
    """State IT compares ages at a glance."""
    assert age("en", seconds) == told


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, as WCAG 2 has it."""
    digits = colour.removeprefix("#")
    wide = digits if len(digits) == 6 else "".join(2 * one for one in digits)
    parts = [int(wide[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(theme: int) -> None:
    """Contrast of 4.5:1 or more, in the light and in the dark."""
    style = (TEMPLATES / "style.css").read_text("utf-8")
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", style.split(":root {")[theme + 1].split("}")[0]))
    grounds = product(("text", "quiet", "primary", "warning"), ("ground", "surface"))
    pairs = (*grounds, ("on-primary", "primary"))
    for ink, ground in pairs:
        light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= READABLE, (ink, ground)
