# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A PDF file of many like pages: shared drawings and pictures once, pages as ready bytes."""

from functools import lru_cache
from io import BytesIO
from typing import BinaryIO

from coordinator.documents.embedding import add_object, raw_stream
from coordinator.documents.lettering import Typesetter
from coordinator.errors import Problem
from coordinator.i18n import _

# Pictures are kept at 300 dots an inch of the largest logo box, 2 in wide.
_PICTURE_PIXELS = 800


@lru_cache(maxsize=16)
def _packed(entries: str, ops: str) -> bytes:
    """A drawing's stream; remembered, since a preview draws the same frame again and again."""
    return raw_stream(entries, ops.encode("latin-1"))


class PdfFile:
    """One document in the making; sizes in pt, drawing as PDF operators.

    The pages bypass ReportLab's canvas: its page dictionaries are half the cost of a batch.
    """

    def __init__(self, width: float, height: float, *, title: str, author: str, lang: str) -> None:
        from reportlab.pdfbase.pdfdoc import PDFDocument, PDFString

        self.setter = Typesetter()
        self._document = PDFDocument(compression=1, lang=lang, pdfVersion=(1, 5))
        self._document.setTitle(title)
        self._document.setAuthor(author)
        self._document.setSubject("")
        self._document.info.creator = PDFString("Coordinator")
        self._box = f"[0 0 {width:.6g} {height:.6g}]"
        self._drawings: dict[str, str] = {}
        self._resources = self._reserve()
        self._pages = self._document.Reference(self._document.Pages).format(self._document)

    def _reserve(self) -> str:
        """The number of the one resource dictionary; its content is known on saving."""
        reference = add_object(self._document, b"null")
        self._resources_name = self._document.numberToId[int(reference.split()[0])]
        return reference

    def add_drawing(self, ops: str) -> str:
        """Keep operators as a form; gives the operator that paints them on a page."""
        entries = f"/Type/XObject/Subtype/Form/BBox{self._box}/Resources {self._resources}"
        key = f"D{len(self._drawings) + 1}"
        stream = _packed(entries, ops)
        self._drawings[key] = add_object(self._document, stream)
        return f"/{key} Do"

    def add_picture(self, png: bytes) -> tuple[str, float]:
        """Keep a picture, with its transparency; gives its resource key and width / height.

        Raises Problem when it is not a whole PNG.
        """
        from PIL.PngImagePlugin import PngImageFile

        try:
            with PngImageFile(BytesIO(png)) as image:
                picture = image.convert("RGBA")
        except (SyntaxError, OSError, ValueError) as error:  # Pillow's words for a damaged PNG
            raise Problem(
                _("The school's logo cannot be read; choose its picture again in the settings.")
            ) from error
        picture.thumbnail((_PICTURE_PIXELS, _PICTURE_PIXELS))
        wide, high = picture.size
        size = f"/Type/XObject/Subtype/Image/Width {wide}/Height {high}/BitsPerComponent 8"
        alpha = picture.getchannel("A")
        mask, clearness = "", alpha.tobytes()
        if clearness.strip(b"\xff"):  # not all of it is solid
            stream = raw_stream(f"{size}/ColorSpace/DeviceGray", clearness)
            mask = f"/SMask {add_object(self._document, stream)}"
        pixels = picture.convert("RGB").tobytes()
        key = f"P{len(self._drawings) + 1}"
        stream = raw_stream(f"{size}/ColorSpace/DeviceRGB{mask}", pixels, level=5)
        self._drawings[key] = add_object(self._document, stream)
        return key, wide / high

    def add_page(self, ops: str) -> None:
        """One more page, painted by these operators."""
        document = self._document
        content = add_object(document, raw_stream("", ops.encode("latin-1"), level=4))
        page = (
            f"<</Type/Page/Parent {self._pages.decode('ascii')}/MediaBox{self._box}"
            f"/Resources {self._resources}/Contents {content}>>"
        )
        document.addPage(page.encode("ascii"))

    def save(self, out: BinaryIO) -> None:
        """Write the whole file; nothing can be added afterwards."""
        document = self._document
        for font in self.setter.fonts.values():
            font.addObjects(document)
        fonts = document.idToObjectNumberAndVersion["BasicFonts"][0]
        drawings = "".join(f"/{key} {number}" for key, number in self._drawings.items())
        resources = f"<</Font {fonts} 0 R/XObject<<{drawings}>>>>"
        document.idToObject[self._resources_name] = resources.encode("ascii")
        document.info.invariant = document.invariant
        document.info.digest(document.signature)
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        document.Catalog.Outlines = None
        self._write(out, root.format(document), info.format(document))

    def _write(self, out: BinaryIO, root: bytes, info: bytes) -> None:
        """All objects one after the other, then where each begins.

        As ReportLab's `format`, which keeps the file twice in memory and is slow on ready bytes.
        """
        from reportlab.pdfbase.pdfdoc import format as formatted

        document = self._document
        place = out.write(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
        places = []
        number = 0
        while number < document.objectcounter:  # it grows while objects are formatted
            number += 1
            places.append(place)
            content = document.idToObject[document.numberToId[number]]
            ready = content if isinstance(content, bytes) else formatted(content, document, 1)
            place += out.write(b"%d 0 obj\n%b\nendobj\n" % (number, ready))
        table = b"".join([b"%010d 00000 n \n" % at for at in places])
        out.write(b"xref\n0 %d\n0000000000 65535 f \n%b" % (number + 1, table))
        out.write(b"trailer\n<</Size %d/Root %b/Info %b/ID" % (number + 1, root, info))
        identity = document.signature.hexdigest().encode("ascii")
        out.write(b"[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n" % (identity, identity, place))
