"""A name from outside is made harmless, whatever it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_client.domain.attachment import NAME_LENGTH, ending, harmless_name


@given(st.text(max_size=400))
def test_no_name_does_harm(name: str) -> None:
    """No directories, no control or turning characters, no hidden file, never empty, never too long."""
    safe = harmless_name(name)
    assert safe
    assert len(safe) <= NAME_LENGTH
    assert not set(safe) & set('/\\<>:"|?*')
    assert not safe.startswith(".")
    assert not any(unicodedata.category(char) == "Cc" or char in "\u202a\u202e\u2066\u2069" for char in safe)
    assert harmless_name(safe) == safe


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=60), st.sampled_from(["pdf", "jpg", "docx"]))
def test_the_ending_stays(stem: str, tail: str) -> None:
    """What a file is called after its last dot is not touched."""
    assert ending(harmless_name(f"{stem}.{tail}")) == tail


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("CON.pdf", "_CON.pdf"),
        ("nul", "_nul"),
        ("com1 .tar.pdf", "_com1 .tar.pdf"),
        ("lpt².jpg", "_lpt².jpg"),
        ("console.pdf", "console.pdf"),
        ("com10.pdf", "com10.pdf"),
        ("a." + "b" * 5000, "a." + "b" * 118),
    ],
)
def test_names_of_devices_and_endless_endings(name: str, safe: str) -> None:
    """Windows would open the device; an ending without end is none."""
    assert harmless_name(name) == safe
