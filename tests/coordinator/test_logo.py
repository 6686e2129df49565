# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The logo: what is taken, what is refused and why, and that nothing else comes along."""

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from coordinator.errors import Invalid
from coordinator.logo import logo_bytes, read_logo


def a_picture(path: Path, size: tuple[int, int] = (40, 20), **how: object) -> Path:
    mode = "RGB" if path.suffix == ".jpg" else "RGBA"
    Image.new(mode, size, "navy").save(path, **how)
    return path


def opened(stored: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(stored)))


def test_a_picture_becomes_a_png_without_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif[0x0112] = 6  # lying on its side
    path = a_picture(tmp_path / "logo.jpg", exif=exif, comment=b"secret")
    logo = opened(read_logo(path))
    assert logo.format == "PNG"
    assert logo.size == (20, 40)
    assert not logo.getexif()
    assert not logo.info


def test_clear_parts_stay_clear(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(path)
    assert opened(read_logo(path)).getpixel((5, 5)) == (255, 0, 0, 0)


def test_a_large_picture_is_made_smaller(tmp_path: Path) -> None:
    assert opened(read_logo(a_picture(tmp_path / "logo.png", (3000, 1000)))).size == (1200, 400)


def test_too_many_pixels_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(path)
    with pytest.raises(Invalid, match="far more pixels"):
        read_logo(path)
    Image.new("1", (9000, 8000)).save(path)
    with pytest.raises(Invalid, match="9000 by 8000 pixels"):
        read_logo(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not a PNG or JPEG"),
        (b"GIF89a" + b"\0" * 40, "not a PNG or JPEG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "is an SVG drawing"),
        (b'<?xml version="1.0"?>\n<svg/>', "is an SVG drawing"),
    ],
)
def test_other_files_are_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(Invalid, match=words) as refused:
        read_logo(path)
    assert refused.value.field == "logo_png_base64"


def test_a_torn_picture_is_refused(tmp_path: Path) -> None:
    path = a_picture(tmp_path / "logo.jpg", (400, 400), quality=95)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(Invalid, match="damaged"):
        read_logo(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="cannot be read"):
        read_logo(tmp_path / "none.png")


def test_a_stored_logo_that_is_no_base64_is_none() -> None:
    assert logo_bytes("***") == b""
