# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The school's logo: a picture file in, a small clean PNG for the settings out."""

import base64
import binascii
import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from coordinator.errors import Invalid
from coordinator.i18n import _

FIELD = "logo_png_base64"
_MOST_BYTES = 20_000_000
_MOST_PIXELS = 60_000_000
_LONGEST_SIDE = 1200  # at 300 dots per inch four inches, more than any page of ours shows
_SVG_MARKS = (b"<svg", b"<?xml")


def read_logo(path: Path) -> str:
    """The picture of a PNG or JPEG file as base64 of a PNG, upright, at most 1200 pixels a side.

    Made anew from its pixels, so that nothing else in the file (place, camera, hidden text)
    comes along. Refuses with Invalid: what cannot be read, other kinds of picture, files beyond
    20 MB and pictures beyond 60 million pixels, before they are unpacked.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Invalid(FIELD, _("{name} is larger than 20 MB.").format(name=path.name))
        data = path.read_bytes()
    except OSError as error:
        told = _("{name} cannot be read: it is missing, or open in another program.")
        raise Invalid(FIELD, told.format(name=path.name)) from error
    if any(mark in data[:1000].lower() for mark in _SVG_MARKS):
        told = _("{name} is an SVG drawing. Save it as PNG or JPEG first, then choose that file.")
        raise Invalid(FIELD, told.format(name=path.name))
    return base64.b64encode(_png(data, path.name)).decode("ascii")


def _png(data: bytes, name: str) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # measured below
            with Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    told = _("{name} is too large: {width} by {height} pixels.")
                    size = {"width": opened.width, "height": opened.height}
                    raise Invalid(FIELD, told.format(name=name, **size))
                picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except Image.DecompressionBombError as error:
        told = _("{name} has far more pixels than a logo needs; make it smaller first.")
        raise Invalid(FIELD, told.format(name=name)) from error
    except UnidentifiedImageError as error:
        told = _("{name} is not a PNG or JPEG picture.")
        raise Invalid(FIELD, told.format(name=name)) from error
    except (OSError, SyntaxError, ValueError) as error:
        told = _("{name} is damaged: its picture cannot be read to the end.")
        raise Invalid(FIELD, told.format(name=name)) from error
    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    clean = Image.new("RGBA", picture.size)
    clean.paste(picture)
    if clean.getchannel("A").getextrema() == (255, 255):
        clean = clean.convert("RGB")
    out = io.BytesIO()
    clean.save(out, "PNG", optimize=True)
    return out.getvalue()


def logo_bytes(stored: str) -> bytes:
    """The PNG of a stored logo; nothing where there is none that can be read."""
    try:
        return base64.b64decode(stored, validate=True)
    except binascii.Error:
        return b""
