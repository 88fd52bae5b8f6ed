"""JPEG, PNG and TIFF: every page is decoded once, within a limit of pixels. The door to Pillow."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps
from PIL.ExifTags import IFD

from station_client.domain.attachment import Kind
from station_client.domain.reasons import Reason
from station_client.inspection.findings import Finding, RefusedFileError

PIXELS_PER_PAGE = 80_000_000  # an A3 sheet scanned at 600 dpi has 70 million
PIXELS_IN_ALL = 800_000_000
PAGES = 500

_FORMATS = {Kind.JPEG: ("JPEG", "MPO"), Kind.PNG: ("PNG",), Kind.TIFF: ("TIFF",)}


def look(data: bytes, kind: Kind) -> Finding:
    """Decode every page of the picture. Raises ``RefusedFileError``."""
    with _strict():
        try:
            _decode(data, kind)
        except UserWarning:
            return Finding(kind, (Reason.BAD_METADATA, *_leniently(data, kind)))
        return Finding(kind, _metadata(data, kind))


def small(data: bytes, number: int, *, kind: Kind, most_pixels: int) -> tuple[int, int, int, bytes]:
    """Give how many pages a picture has, and this one made small: width, height, and red, green, blue row by row."""
    with _strict():
        warnings.simplefilter("ignore", UserWarning)  # its metadata may be faulty; the picture itself was looked at
        with Image.open(io.BytesIO(data), formats=_FORMATS[kind]) as picture:
            pages = getattr(picture, "n_frames", 1)
            picture.seek(min(max(0, number), pages - 1))
            picture.draft("RGB", (most_pixels, most_pixels))  # a JPEG is then never decoded in its full size
            made = ImageOps.exif_transpose(picture).convert("RGB")
        made.thumbnail((most_pixels, most_pixels))
        return pages, made.width, made.height, made.tobytes()


@contextmanager
def _strict() -> Iterator[None]:
    """Turn every warning into an error and every library error into a refusal."""
    before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, PIXELS_PER_PAGE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError) as bomb:
        raise RefusedFileError(Reason.TOO_MUCH_INSIDE) from bomb
    except RefusedFileError:
        raise
    except Exception as broken:  # Pillow lets through whatever a crafted file provokes
        raise RefusedFileError(Reason.CORRUPT) from broken
    finally:
        Image.MAX_IMAGE_PIXELS = before


def _leniently(data: bytes, kind: Kind) -> tuple[Reason, ...]:
    """Decode again without minding warnings about metadata; the picture itself must still be whole."""
    warnings.simplefilter("ignore", UserWarning)
    _decode(data, kind)
    return ()


def _decode(data: bytes, kind: Kind) -> None:
    with Image.open(io.BytesIO(data), formats=_FORMATS[kind]) as picture:
        pages = getattr(picture, "n_frames", 1)
        if pages > PAGES:
            raise RefusedFileError(Reason.TOO_MUCH_INSIDE)
        pixels = 0
        for page in range(pages):
            picture.seek(page)
            pixels += picture.width * picture.height
            if picture.width * picture.height > PIXELS_PER_PAGE or pixels > PIXELS_IN_ALL:
                raise RefusedFileError(Reason.TOO_MUCH_INSIDE)
            picture.load()


def _metadata(data: bytes, kind: Kind) -> tuple[Reason, ...]:
    """Say whether the metadata can be read, and whether it tells where the picture was taken."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS[kind]) as picture:
            return (Reason.LOCATION,) if picture.getexif().get_ifd(IFD.GPSInfo) else ()
    except Exception:  # noqa: BLE001 as above; the picture itself is whole
        return (Reason.BAD_METADATA,)
