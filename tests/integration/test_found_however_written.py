"""Sections of law, phones, vehicles and FIR numbers are found however they are written, in any script's digits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from station_client.domain.fir import ActSection
from station_client.store.replica import Replica, open_replica
from station_client.store.replica.changes import Changes
from station_client.text.normalise import INDIC_BLOCKS
from tests.support.casework import alert, fir

KEY = bytes(range(32))
MURDER_OLD = ("302 IPC", "IPC 302", "u/s 302/34 IPC", "धारा 302 भा.द.वि.", "section 302 of the Indian Penal Code")
MURDER_NEW = ("BNS 103(1)", "103(1) BNS", "u/s 103(1)/3(5) BNS", "धारा १०३(१) बीएनएस", "B.N.S. 103", "103 भा.न्या.सं.")
TRAFFICKING = (
    "366A IPC",
    "IPC 366A",
    "s. 366A",
    "u/s 366A",
    "366-A I.P.C.",
    "366 A IPC",
    "BNS 96",
    "96 BNS",
    "धारा 366क",
)
ARREST = ("41A CrPC", "Cr.P.C. 41-A", "BNSS 35", "35 B.N.S.S.")
EVIDENCE = ("65B IEA", "65-B of the Indian Evidence Act", "BSA 63")
PHONE = ("9876543210", "98765 43210", "+91 98765-43210", "+919876543210", "09876543210", "९८७६५४३२१०", "98765.43210")
VEHICLE = ("MH 12 AB 1234", "MH12AB1234", "mh-12-ab-1234", "MH.12.AB.1234", "MH 12-AB-1234", "MH/12/AB/1234")
DELHI = ("DL 3C AB 0007", "DL3CAB7", "DL-03-CAB-0007")
BHARAT = ("22 BH 1234 AA", "22BH1234AA", "22-BH-1234-AA")
GROUPS = (MURDER_OLD + MURDER_NEW, TRAFFICKING, ARREST, EVIDENCE, PHONE, VEHICLE, DELHI, BHARAT)
ZEROS = [chr(zero) for zero in (0x30, 0x660, 0x6F0, *(block + 0x66 for block in INDIC_BLOCKS))]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replica]:
    """Open a copy that has one alert for each way of writing each thing."""
    opened = open_replica(tmp_path_factory.mktemp("copy") / "replica.db", KEY)
    texts = [way for group in GROUPS for way in group]
    page = tuple(alert(at, description=f"Case near the canal: {text}, and more") for at, text in enumerate(texts))
    opened.feed.apply(Changes(cursor=1, alerts=page))
    yield opened
    opened.close()


def found(replica: Replica, words: str) -> set[str]:
    """Search, and give the ways of writing that were found."""
    rows = replica.search.find(words=words, limit=200).rows
    return {one.alert.description.removeprefix("Case near the canal: ").removesuffix(", and more") for one in rows}


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_each_form_finds_each_other_form(filled: Replica, group: tuple[str, ...]) -> None:
    """Old code and new, spaced and joined, with and without the country's code."""
    asked = [one for one in group if "/3" not in one]  # of two sections together both must be there
    missed = [(one, other) for one, other in permutations(group, 2) if one in asked and other not in found(filled, one)]
    assert missed == []


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_a_form_finds_nothing_else(filled: Replica, group: tuple[str, ...]) -> None:
    """Another group's section, phone or vehicle is not met."""
    assert {way for one in group for way in found(filled, one)} == set(group)


def test_a_bare_section_with_its_letter_needs_no_act(filled: Replica) -> None:
    """'366A' is unlike a plain number; '302' stays text, and finds what writes it so."""
    assert found(filled, "366A") == set(TRAFFICKING)
    assert found(filled, "302") == set(MURDER_OLD)
    assert found(filled, "canal -366A -41A") & set(TRAFFICKING + ARREST) == set()


def test_other_parts_of_a_section_are_not_met(filled: Replica) -> None:
    """Section 103(2) is not murder by one; cheating's own part is."""
    assert found(filled, "BNS 103(2)") == {"B.N.S. 103", "103 भा.न्या.सं."}


def test_a_beginning_of_a_vehicle_or_phone_finds_it(filled: Replica) -> None:
    """However it was spaced in the text."""
    assert found(filled, "mh12*") == found(filled, "MH 12 AB") == set(VEHICLE)
    assert found(filled, "98765*") == set(PHONE)


@pytest.mark.parametrize("form", ["0123/2026", "123/2026", "FIR No. 0123 of 2026", "123/26", "4512007260123", "123-26"])
@pytest.mark.parametrize("zero", ZEROS)
def test_a_fir_is_found_by_its_number_in_any_scripts_digits(tmp_path: Path, form: str, zero: str) -> None:
    """In the number's own field and in the field for words."""
    replica = open_replica(tmp_path / "replica.db", KEY)
    replica.feed.apply(Changes(cursor=1, alerts=(alert(122), alert(200))))
    written = "".join(chr(ord(zero) + int(char)) if char.isdecimal() else char for char in form)
    assert [one.alert for one in replica.search.find(words=written).rows] == [alert(122)]
    assert [one.alert for one in replica.search.find(fir_numbers=(written,)).rows] == [alert(122)]
    replica.close()


def test_an_alert_is_found_by_the_counterpart_of_its_firs_section(tmp_path: Path) -> None:
    """The alert's own text says nothing of it."""
    replica = open_replica(tmp_path / "replica.db", KEY)
    one = fir(1)
    acts = (ActSection("Indian Penal Code, 1860", "366A"), ActSection("भारतीय न्याय संहिता", "318(4)"))
    changed = replace(one, form=replace(one.form, acts=acts))
    replica.feed.apply(Changes(cursor=1, alerts=(alert(0), alert(1)), firs=(changed,)))
    for words in ("BNS 96", "366A", "u/s 366A IPC", "420 IPC"):
        assert [row.alert for row in replica.search.find(words=words).rows] == [alert(0)], words
    assert replica.search.find(words="417 IPC").rows == ()
    replica.close()
