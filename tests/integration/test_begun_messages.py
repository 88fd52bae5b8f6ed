"""A message that is being written outlasts the program; once queued, or thrown away, nothing of it is begun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from station_client.domain.ids import Login
from station_client.domain.message import Channel, Recipient
from station_client.domain.messaging import Sketch
from station_client.errors import DraftIncompleteError
from tests.support.centre import DSP, PASSWORD, SI_A, SmallCentre, small_centre
from tests.support.houses import Pc
from tests.support.messages import ADDRESS, NUMBER, TEMPLATE, register
from tests.support.sample_files import pdf

MAIL = Sketch(Channel.EMAIL, (Recipient(ADDRESS, "RISHIKESH"),), subject="Wanted vehicle", content="Kindly  ")
SMS = Sketch(Channel.SMS, (Recipient(NUMBER),), template=TEMPLATE, variables=("UP30AB1234", ""))
NONE = (Sketch(Channel.EMAIL), Sketch(Channel.SMS))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a centre that can send e-mails."""
    with small_centre(tmp_path / "centre", mail_host="127.0.0.1", mail_from="a@b.gov.in") as made:
        register(made)
        yield made


def test_it_is_there_when_the_program_starts_again(tmp_path: Path, small: SmallCentre) -> None:
    """As it stood on the form, with its file, which no sweeping takes; nobody else is shown it."""
    pc, notice = Pc(tmp_path / "pc", small.centre), tmp_path / "notice.pdf"
    notice.write_bytes(pdf())
    with pc.house() as verbs:
        verbs.session.sign_in(DSP, PASSWORD)
        assert verbs.begun_messages.all() == NONE
        begun = replace(MAIL, files=(verbs.messages.attach(notice, ()),))
        for one in (begun, SMS):
            verbs.begun_messages.keep(one, None)
        assert verbs.session.stores().desk.begun_messages.one(Login(SI_A), Channel.SMS) == NONE[1]
    with pc.house() as verbs:
        verbs.session.sign_in(DSP, PASSWORD)
        assert verbs.begun_messages.all() == (begun, SMS)
        verbs.sync.sync_once()
        stores, later = verbs.session.stores(), verbs.clock.now().replace(year=verbs.clock.now().year + 1)
        assert stores.sweep(later) == 0
        assert stores.blobs.has(begun.files[0].sha256)
        verbs.begun_messages.keep(NONE[0], None)
        assert verbs.begun_messages.all() == (NONE[0], SMS)
        assert stores.sweep(later) == 1


def test_what_is_queued_is_not_begun_any_more(tmp_path: Path, small: SmallCentre) -> None:
    """In the same step: a power cut leaves one of the two. What was not queued is begun still."""
    with Pc(tmp_path / "pc", small.centre).house() as verbs:
        verbs.session.sign_in(DSP, PASSWORD)
        for one in (MAIL, SMS):
            verbs.begun_messages.keep(one, None)
        with pytest.raises(DraftIncompleteError):
            verbs.messages.send(SMS)
        verbs.messages.send(MAIL)
        assert verbs.begun_messages.all() == (NONE[0], SMS)


def test_a_file_outlasts_what_the_form_kept_without_it(tmp_path: Path, small: SmallCentre) -> None:
    """The form keeps what stood on it before the file came, and a lock or the end of the program follows at once."""
    notice, other = tmp_path / "notice.pdf", tmp_path / "other.pdf"
    notice.write_bytes(pdf())
    other.write_bytes(pdf(pages=2))
    with Pc(tmp_path / "pc", small.centre).house() as verbs:
        verbs.session.sign_in(DSP, PASSWORD)
        begun = verbs.begun_messages
        first = begun.attach(notice, (), Event())
        begun.keep(MAIL, frozenset())
        assert begun.all()[0] == replace(MAIL, files=(first,))
        second = begun.attach(other, (first,), Event())
        begun.keep(MAIL, frozenset({first.sha256}))
        assert begun.all()[0].files == (second,), "the first was taken off the form, which never had the second"
        begun.keep(MAIL, None)
        assert begun.all()[0] == MAIL, "it was thrown away, with whatever came to it"
