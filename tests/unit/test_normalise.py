"""One spelling for what is written in several."""

from __future__ import annotations

import pytest

from station_client.text.normalise import normalise, spans, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("STOLEN", "stolen"),
        ("ज़मीन", "जमीन"),
        ("ज\u093cमीन", "\u095bमीन"),
        ("हिन्दी", "हिंदी"),
        ("सम्बन्ध", "संबंध"),
        ("चाँद", "चांद"),
        ("क्\u200dष", "क्ष"),
        ("०१२३/२०२६", "0123/2026"),
        ("১২৩", "123"),
        ("௧௨௩", "123"),
        ("۱۲۳", "123"),
        ("١٢٣", "123"),
        ("كراچي", "کراچی"),
        ("مُحَمَّد", "محمد"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("അവൻ", "അവന്"),
        ("\uff26\uff29\uff32", "fir"),
        ("Cafe\u0301", "café"),
    ],
)
def test_two_spellings_become_one(one: str, other: str) -> None:
    """Nukta, half nasals, joiners, digits of every script, letter variants and case do not hide a word."""
    assert normalise(one) == normalise(other)


def test_words_that_differ_stay_apart() -> None:
    """A vowel sign is part of its word: another one is another word."""
    assert normalise("किशन") != normalise("कुशन")
    assert normalise("कम") != normalise("काम")


def test_words_are_cut_as_the_index_cuts_them() -> None:
    """Vowel signs hold a word together; a danda, a dash and a slash end it."""
    assert words("मोटरसाइकिल चोरी। UP-78 AB/1234, GD_7") == ["मोटरसाइकिल", "चोरी", "UP", "78", "AB", "1234", "GD", "7"]
    assert [*spans("a-b")] == [(0, 1), (2, 3)]
    assert words("।—_ \u200d") == []
