"""Word and Excel, old and new: the real kind, macros, passwords, and things inside things."""

from __future__ import annotations

import io
import zipfile

import pytest

from station_client.domain.attachment import Inspection, Kind, Limits, Verdict
from station_client.inspection import packages
from station_client.inspection.examine import examine
from tests.support.sample_files import SHEET_MAIN, compound, excel97, office, sheet_record, word97

PICTURE_PART = b"\x50\0\0\0\x44\0" + b"\0" * 74


def look(name: str, data: bytes) -> Inspection:
    """Examine with the common limits."""
    return examine(name, data, Limits())


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", office(), Kind.DOCX),
        ("a.xlsx", office(SHEET_MAIN), Kind.XLSX),
        ("a.doc", word97(), Kind.DOC),
        ("a.xls", excel97(sheet_record(0)), Kind.XLS),
        ("a.xls", compound({"Book": b"\x09\x08\x04\0\0\x05\x05\0"}), Kind.XLS),
        ("a.doc", word97(more={"Data": PICTURE_PART}), Kind.DOC),
    ],
)
def test_sound_office_files_are_accepted(name: str, data: bytes, kind: Kind) -> None:
    """The four Office kinds are told apart by what is inside."""
    assert look(name, data) == Inspection(Verdict.ACCEPT, kind)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", office()),
        ("a.docx", office(SHEET_MAIN)),
        ("a.docx", word97()),
        ("a.doc", office()),
        ("a.xls", word97()),
        ("a.doc", b"\xffWPC a word processor of another make"),
        ("a.doc", compound({"EncryptedPackage": b"x"})),
        ("a.xls", compound({"Something": b"x"})),
    ],
)
def test_what_is_named_wrongly_is_a_mismatch(name: str, data: bytes) -> None:
    """A file whose content is not what its ending says is refused."""
    assert look(name, data).reasons == ("mismatch",)


def test_a_plain_zip_is_no_office_file() -> None:
    """A zip archive that calls itself a workbook is refused."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as package:
        package.writestr("a.txt", "a")
    assert look("a.xlsx", sink.getvalue()).reasons == ("mismatch",)
    assert look("a.zip", sink.getvalue()).reasons == ("kind", "mismatch")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", office(parts={"word/vbaProject.bin": b"x"}), Kind.DOCX),
        ("a.docx", office("application/vnd.ms-word.document.macroEnabled.main+xml"), Kind.DOCX),
        ("a.xlsx", office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), Kind.XLSX),
        ("a.xlsx", office(SHEET_MAIN, parts={"xl/macrosheets/sheet1.xml": b"<a/>"}), Kind.XLSX),
        ("a.doc", word97(more={"Macros/VBA": b"x"}), Kind.DOC),
        ("a.xls", excel97(more={"_VBA_PROJECT_CUR/dir": b"x"}), Kind.XLS),
        ("a.xls", excel97(sheet_record(1)), Kind.XLS),
        ("a.xls", excel97(sheet_record(1), sheet_record(1), more={"_VBA_PROJECT_CUR/dir": b"x"}), Kind.XLS),
    ],
)
def test_macros_are_warned_of(name: str, data: bytes, kind: Kind) -> None:
    """Evidence may carry programs of its own: it is taken as it is, once warned of."""
    assert look(name, data) == Inspection(Verdict.WARN, kind, ("macro",))


def test_macros_are_one_warning_of_several() -> None:
    """A workbook with a macro and a password has both said."""
    locked = look("a.xls", excel97(sheet_record(1), (0x002F, b"\0" * 54)))
    assert locked == Inspection(Verdict.ENCRYPTED, Kind.XLS, ("macro", "encrypted"))
    both = office(parts={"word/vbaProject.bin": b"x", "word/embeddings/oleObject1.bin": b"x"})
    assert look("a.docx", both) == Inspection(Verdict.WARN, Kind.DOCX, ("macro", "embedded"))


@pytest.mark.parametrize(
    "main",
    [
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
    ],
)
def test_templates_and_binary_workbooks_are_other_kinds(main: str) -> None:
    """The centre takes neither, whatever ending they carry."""
    assert look("a.docx", office(main)).reasons == ("mismatch",)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), Kind.DOCX),
        ("a.xlsx", compound({"EncryptedPackage": b"x"}), Kind.XLSX),
        ("a.doc", word97(flags=0x0100), Kind.DOC),
        ("a.xls", excel97((0x002F, b"\0" * 54)), Kind.XLS),
    ],
)
def test_passwords_are_warned_of(name: str, data: bytes, kind: Kind) -> None:
    """A file under a password is taken, and the officer is told that others need the password."""
    assert look(name, data) == Inspection(Verdict.ENCRYPTED, kind, ("encrypted",))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", office(parts={"word/embeddings/oleObject1.bin": b"x"}), "embedded"),
        ("a.doc", word97(more={"ObjectPool/x": b"x"}), "embedded"),
        ("a.doc", word97(more={"Data": b""}), "embedded"),
        ("a.xls", excel97(more={"MBD0001/Contents": b"x"}), "embedded"),
        ("a.docx", office(parts={"word/activeX/activeX1.xml": b"<a/>"}), "active"),
        (
            "a.docx",
            office(
                parts={
                    "word/_rels/settings.xml.rels": b'<R><r Type="x/attachedTemplate" TargetMode="External"'
                    b' Target="https://a.example/t.dotm"/></R>'
                }
            ),
            "linked",
        ),
    ],
)
def test_what_else_is_inside_is_warned_of(name: str, data: bytes, reason: str) -> None:
    """Embedded objects, active content and templates fetched from elsewhere are taken with a warning."""
    found = look(name, data)
    assert (found.verdict, found.reasons) == (Verdict.WARN, (reason,))


def test_a_hyperlink_is_no_warning() -> None:
    """A link that waits to be clicked is in half of all letters."""
    link = b'<R><r Type="x/hyperlink" TargetMode="External" Target="https://a.example/"/></R>'
    assert look("a.docx", office(parts={"word/_rels/document.xml.rels": link})).verdict is Verdict.ACCEPT


def test_a_package_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit counts the bytes that come out, not those that the file states."""
    monkeypatch.setattr(packages, "BYTES_IN_ALL", 1_000_000)
    assert look("a.docx", office(parts={"word/media/a.bin": b"\0" * 1_000_001})).reasons == ("too-much-inside",)


def test_a_package_of_countless_members_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Members are counted before they are read."""
    monkeypatch.setattr(packages, "ENTRIES", 10)
    parts = {f"word/{number}": b"" for number in range(10)}
    assert look("a.docx", office(parts=parts)).reasons == ("too-much-inside",)


def test_entities_in_xml_are_refused() -> None:
    """XML that defines entities of its own (a billion laughs) is refused."""
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert look("a.docx", office(document=laughs)).reasons == ("corrupt",)


def test_a_damaged_member_is_corrupt() -> None:
    """A member whose checksum does not hold is refused, even one that nobody would read."""
    data = office(parts={"word/media/a.bin": bytes(range(256)) * 40})
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        at = package.getinfo("word/media/a.bin").header_offset
    broken = bytearray(data)
    broken[at + 60] ^= 0xFF
    assert look("a.docx", bytes(broken)).reasons == ("corrupt",)


@pytest.mark.parametrize("cut", [100, 600, 3000])
def test_a_compound_file_cut_short_is_refused(cut: int) -> None:
    """Half an old Word file is refused, whatever the library makes of it."""
    assert look("a.doc", word97()[:cut]).verdict is Verdict.REJECT
