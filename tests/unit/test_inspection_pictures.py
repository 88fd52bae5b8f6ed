"""Pictures are taken by their content, decoded once, and never beyond the limit of pixels."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from station_client.domain.attachment import Inspection, Kind, Limits, Verdict
from station_client.inspection.examine import examine
from tests.support.sample_files import located_jpeg, picture, png_claiming


def look(name: str, data: bytes) -> Inspection:
    """Examine with the common limits."""
    return examine(name, data, Limits())


@pytest.mark.parametrize(
    ("name", "form", "kind"),
    [
        ("photo.jpg", "JPEG", Kind.JPEG),
        ("photo.JPEG", "JPEG", Kind.JPEG),
        ("map.png", "PNG", Kind.PNG),
        ("scan.tif", "TIFF", Kind.TIFF),
        ("scan.tiff", "TIFF", Kind.TIFF),
    ],
)
def test_sound_pictures_are_accepted(name: str, form: str, kind: Kind) -> None:
    """A sound picture under either of its endings is accepted without a word."""
    assert look(name, picture(form)) == Inspection(Verdict.ACCEPT, kind)


def test_a_tiff_of_several_pages_is_accepted() -> None:
    """Scanners write many pages into one TIFF; each is decoded."""
    sink = io.BytesIO()
    pages = [Image.new("1", (40, 60)) for _ in range(3)]
    pages[0].save(sink, "TIFF", save_all=True, append_images=pages[1:])
    assert look("scan.tif", sink.getvalue()).verdict is Verdict.ACCEPT


def test_a_big_tiff_is_a_tiff() -> None:
    """The form with wide offsets is the same kind, here as at the centre."""
    sink = io.BytesIO()
    Image.new("RGB", (40, 60)).save(sink, "TIFF", big_tiff=True)
    assert sink.getvalue().startswith(b"II+\0")
    assert look("scan.tif", sink.getvalue()) == Inspection(Verdict.ACCEPT, Kind.TIFF)


def test_a_picture_that_tells_its_place_is_accepted_and_says_so() -> None:
    """A place in the metadata is no fault, but the officer is told."""
    assert look("photo.jpg", located_jpeg()) == Inspection(Verdict.ACCEPT, Kind.JPEG, ("location",))


def test_a_picture_under_another_ending_is_a_mismatch() -> None:
    """A PNG that calls itself a JPEG is refused: the name must agree with the content."""
    assert look("photo.jpg", picture("PNG")).reasons == ("mismatch",)


def test_a_picture_under_no_ending_that_is_taken() -> None:
    """What the centre does not take is said first."""
    assert look("photo.webp", picture("PNG")).reasons == ("kind",)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_a_picture_cut_short_is_corrupt(form: str) -> None:
    """Half a picture is refused."""
    whole = picture(form, size=(400, 300))
    ending = {"JPEG": "jpg", "PNG": "png", "TIFF": "tif"}[form]
    assert look(f"photo.{ending}", whole[: len(whole) // 2]).reasons == ("corrupt",)


def test_a_broken_stream_in_a_png_is_corrupt() -> None:
    """A picture whose head is sound and whose body is not is refused."""
    data = bytearray(picture("PNG", size=(200, 200)))
    data[data.index(b"IDAT") + 8] ^= 0xFF
    assert look("map.png", bytes(data)).reasons == ("corrupt",)


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (30_000, 3_000)])
def test_a_picture_that_claims_too_many_pixels_is_refused(width: int, height: int) -> None:
    """A hundred bytes that would unpack to gigabytes are refused before they do."""
    assert look("map.png", png_claiming(width, height)).reasons == ("too-much-inside",)


def test_faulty_metadata_is_a_warning() -> None:
    """A photo whose description of itself is broken, but which decodes, is taken with a warning."""
    exif = b"Exif\0\0II*\0\x08\0\0\0\x05\0\x0f\x01\x02\0\xff\0\0\0\x00\x10\0\0"
    data = picture("JPEG", exif=exif)
    assert look("photo.jpg", data) == Inspection(Verdict.WARN, Kind.JPEG, ("bad-metadata",))


def test_nothing_and_too_much() -> None:
    """An empty file and one over the limit are refused by size alone."""
    assert look("a.jpg", b"").reasons == ("empty",)
    assert examine("a.jpg", b"x" * 11, Limits(bytes_per_file=10)).reasons == ("too-large",)
