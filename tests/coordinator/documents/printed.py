# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reading printed pages back: text, sizes, fonts, ink."""

import re
import unicodedata
import zlib

import pypdfium2 as pdfium


def read_text(pdf: bytes, page: int = 0) -> str:
    """The text of one page, composed, with single blanks."""
    document = pdfium.PdfDocument(pdf)
    text = document[page].get_textpage().get_text_range()
    document.close()
    return unicodedata.normalize("NFC", " ".join(text.split()))


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, pt."""
    document = pdfium.PdfDocument(pdf)
    sizes = [document[number].get_size() for number in range(len(document))]
    document.close()
    return sizes


def base_fonts(pdf: bytes) -> set[str]:
    """The names of all fonts in a file."""
    return {name.decode("ascii") for name in re.findall(rb"/BaseFont\s*/([^\s/>]+)", pdf)}


def embedded_files(pdf: bytes) -> list[bytes]:
    """The font files inside a PDF."""
    heads = re.finditer(rb"/Length1 \d+/Filter/FlateDecode/Length (\d+)>>\nstream\n", pdf)
    return [zlib.decompress(pdf[head.end() : head.end() + int(head[1])]) for head in heads]


def ink_box(pdf: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """Distances in pt from the page's left, top, right and bottom edge to the nearest ink."""
    document = pdfium.PdfDocument(pdf)
    image = document[page].render(scale=2, grayscale=True).to_pil()
    document.close()
    box = image.point(lambda value: 255 if value < 200 else 0).getbbox()
    assert box is not None, "the page is empty"
    left, top, right, bottom = box
    wide, high = image.size
    return left / 2, top / 2, (wide - right) / 2, (high - bottom) / 2


def colours_used(pdf: bytes, page: int = 0) -> set[tuple[int, int, int]]:
    """The colours of a page drawn without smoothing."""
    document = pdfium.PdfDocument(pdf)
    picture = document[page].render(
        scale=2, no_smoothtext=True, no_smoothpath=True, rev_byteorder=True
    )
    image = picture.to_pil().convert("RGB")
    document.close()
    return {colour for _count, colour in image.getcolors(1 << 24)}
