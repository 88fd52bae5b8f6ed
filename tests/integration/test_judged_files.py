"""What another station sent is looked at on this PC, in a process of its own; what is not sound is lent to nobody."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from station_client import app
from station_client.config import Settings
from station_client.domain.attachment import BYTES_PER_FILE, Inspection, Kind, Verdict
from station_client.domain.ids import Sha256
from station_client.errors import NotInCopyError, NotLentError, StoreDamagedError
from station_client.services.verbs import Verbs
from tests.support.centre import PASSWORD, SI_A, SmallCentre
from tests.support.houses import MemoryKeychain
from tests.support.loopback import Loopback
from tests.support.sample_files import office, pdf

MACRO = office(parts={"word/vbaProject.bin": b"macro"})
BOMB = office(document=b"0" * 120_000_000)


@pytest.fixture
def verbs(tmp_path: Path, centre: SmallCentre) -> Iterator[Verbs]:
    """Sign an officer in, in a State whose own officers may attach next to nothing."""
    settings = Settings(profile=tmp_path / "pc", bytes_per_file=100)
    house = app.build(settings, keychain=MemoryKeychain(), transport=Loopback(centre.centre), background=False)
    house.verbs.session.sign_in(SI_A, PASSWORD)
    yield house.verbs
    house.close()


def received(verbs: Verbs, data: bytes) -> Sha256:
    """Lay bytes where a sync would."""
    return verbs.session.stores().blobs.put(io.BytesIO(data), limit=BYTES_PER_FILE).sha256


def test_the_bytes_that_are_here_are_judged(verbs: Verbs) -> None:
    """By their content and the name they came under; without a trace."""
    before = verbs.audit.entries()
    letter, macro = received(verbs, office()), received(verbs, MACRO)
    assert verbs.files.judge(letter, "letter.docx") == Inspection(Verdict.ACCEPT, Kind.DOCX)
    assert verbs.files.judge(macro, "../letter.docx") == Inspection(Verdict.WARN, Kind.DOCX, ("macro",))
    assert verbs.files.judge(letter, "letter.pdf") == Inspection(Verdict.REJECT, None, ("mismatch",))
    locked = verbs.files.judge(received(verbs, pdf(password="x")), "a.pdf")
    assert locked == Inspection(Verdict.ENCRYPTED, Kind.PDF, ("encrypted",))
    assert verbs.audit.entries() == before


def test_what_is_not_here_is_neither_judged_nor_fetched(verbs: Verbs) -> None:
    """The line stays quiet."""
    asked = verbs.sync.status()
    assert verbs.files.judge(Sha256("f" * 64), "letter.docx") is None
    with pytest.raises(NotInCopyError):
        verbs.lending.lend(Sha256("f" * 64), "letter.docx", Kind.DOCX)
    assert verbs.sync.status() == asked


def test_a_sealed_file_that_was_damaged_is_no_verdict(verbs: Verbs, tmp_path: Path) -> None:
    """It is this PC's disk that is at fault, not the station that sent it."""
    letter = received(verbs, office())
    (sealed,) = (one for one in (tmp_path / "pc" / "blobs").rglob("*") if one.is_file())
    sealed.write_bytes(sealed.read_bytes()[:-1])
    with pytest.raises(StoreDamagedError):
        verbs.files.judge(letter, "letter.docx")


@pytest.mark.parametrize(
    ("data", "name", "kind", "reason"),
    [
        (b"a letter", "letter.docx", Kind.DOCX, "mismatch"),
        (office()[:-30], "letter.docx", Kind.DOCX, "corrupt"),
        (BOMB, "letter.docx", Kind.DOCX, "too-much-inside"),
        (office(), "pay.exe", Kind.DOCX, "kind"),
        (MACRO, "letter.docx", Kind.XLSX, "mismatch"),
    ],
)
def test_what_is_not_sound_is_not_lent(verbs: Verbs, data: bytes, name: str, kind: Kind, reason: str) -> None:
    """Nor what is of another kind than the alert says; the trail tells of no lending then."""
    sha256 = received(verbs, data)
    with pytest.raises(NotLentError) as no:
        verbs.lending.lend(sha256, name, kind)
    assert (no.value.name, no.value.reason) == (name, reason)
    assert not any(one.act == "file-lent" for one in verbs.audit.entries())


def test_what_is_to_be_taken_with_care_is_lent(verbs: Verbs) -> None:
    """It may be evidence; the question has said what is in it."""
    path = verbs.lending.lend(received(verbs, MACRO), "letter.docx", Kind.DOCX)
    assert path.read_bytes() == MACRO
