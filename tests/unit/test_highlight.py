"""Where the words that were looked for stand in what is shown."""

from __future__ import annotations

import pytest

from station_client.text.highlight import excerpt, find
from station_client.text.query import parse


@pytest.mark.parametrize(
    ("line", "text", "shown"),
    [
        ("motorcycles", "A black Motorcycle and two motorcycles.", ["Motorcycle", "motorcycles"]),
        ("mohd", "मोहम्मद आरिफ़ / Mohammed Arif", ["मोहम्मद", "Mohammed"]),
        ("जमीन", "ज़मीन का झगड़ा", ["ज़मीन"]),
        ("2026", "FIR 0123/२०२६", ["२०२६"]),
        ("", "anything", []),
        ("gold", "nothing here", []),
        ("moto*", "Two motorcycles and a Moto", ["motorcycles", "Moto"]),
        ("BNS 96", "taken u/s 366A IPC in May", ["u/s 366A IPC"]),
        ("366A", "धारा ९६ बीएनएस में", ["धारा ९६ बीएनएस"]),
        ("MH12AB1234", "a car, MH 12 AB 1234, seen", ["MH 12 AB 1234"]),
        ("9876543210", "call +91 98765-43210.", ["91 98765-43210"]),
        ("क्षमा", "वह क्\u200dषमा है", ["क्\u200dषमा"]),
        ("Ganesh", "கணேஷ் வந்தார்", ["கணேஷ்"]),
        ("Rajesh", "રાજેશ રાજકોટ", ["રાજેશ"]),
        ("Gurpreet", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", ["ਗੁਰਪ੍ਰੀਤ"]),
        ("Ramesh", "ଶ୍ରୀ ରମେଶ", ["ରମେଶ"]),
        ("Srinivas", "శ్రీనివాస్ ఇల్లు", ["శ్రీనివాస్"]),
        ("Manjunath", "ಮಂಜುನಾಥ ಬಂದ", ["ಮಂಜುನಾಥ"]),
        ("Kochi", "കൊച്ചി നഗരം", ["കൊച്ചി"]),
        ("Ghosh", "অমিত ঘোষ", ["ঘোষ"]),
        ("Qureshi", "عمران قریشی", ["قریشی"]),
        ('"river bank"', "the River's bank", ["River", "bank"]),
    ],
)
def test_what_met_is_marked_in_the_text_as_it_is(line: str, text: str, shown: list[str]) -> None:
    """Spans are of the shown text, whatever spelling it has."""
    assert [text[start:end] for start, end in find(text, parse(line).terms)] == shown


def test_an_excerpt_holds_the_first_word_that_met() -> None:
    """Cut between words, with dots where something is left out; nothing where nothing met."""
    text = "One two three four five six seven eight nine ten eleven gold twelve thirteen fourteen fifteen"
    shown = excerpt(text, ("gold",), 40)
    assert shown == "… eleven gold twelve thirteen fourteen …"
    assert excerpt(text, ("silver",), 40) == ""
    assert excerpt("gold", ("gold",), 40) == "gold"
