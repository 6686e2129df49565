# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Faces inside a PDF: the glyphs that were used, their widths and the letters they stand for."""

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from coordinator.documents.fonts import Face, shaper

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

_FIXED = 4  # symbolic: codes are glyph numbers
_ITALIC = 64


@lru_cache(maxsize=16384)
def glyph_width(cut: Face, gid: int) -> int:
    """The advance of a glyph in 1/1000 of the size, as it is written into the PDF."""
    font = shaper(cut)
    advance: float = font.get_glyph_h_advance(gid) * 1000 / font.face.upem
    return round(advance)


def add_object(document: "PDFDocument", content: bytes) -> str:
    """Put an object whose bytes are ready into a ReportLab document; the reference to it."""
    name = f"raw{document.objectcounter + 1}"
    document.Reference(content, name)
    return f"{document.idToObjectNumberAndVersion[name][0]} 0 R"


def raw_stream(entries: str, content: bytes, *, level: int = 6) -> bytes:
    """A compressed stream object with further dictionary `entries`."""
    packed = zlib.compress(content, level)
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return head.encode("latin-1") + packed + b"\nendstream"


class EmbeddedFont:
    """One cut in one document: a Type 0 font whose codes are the glyph numbers of its file.

    ReportLab's own fonts map codes to characters; glyphs that HarfBuzz chose have none.
    """

    def __init__(self, cut: Face, key: str) -> None:
        self.cut = cut
        self.key = key
        self._letters: dict[int, str] = {}

    def use(self, glyphs: Iterable[tuple[int, str]]) -> None:
        """Book glyphs with the text each stands for; the first text of a glyph stays."""
        for gid, text in glyphs:
            if not self._letters.get(gid):
                self._letters[gid] = text

    def addObjects(self, document: "PDFDocument") -> None:  # noqa: N802 - ReportLab calls it so
        """Write font, descriptor, widths, letters and the subset file; called once, on saving."""
        data = self._subset()
        check = zlib.crc32(data)
        tag = "".join(chr(65 + check // 26**place % 26) for place in range(6))
        name = f"{tag}+{self.cut.name}"
        number: dict[str, str] = {}
        number["file"] = add_object(document, raw_stream(f"/Length1 {len(data)}", data))
        number["letters"] = add_object(document, raw_stream("", self._to_unicode()))
        descriptor = self._descriptor(name, number["file"])
        number["descriptor"] = add_object(document, descriptor.encode("ascii"))
        widths = " ".join(f"{gid}[{glyph_width(self.cut, gid)}]" for gid in sorted(self._letters))
        descendant = (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap/Identity/DW 0"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {number['descriptor']}/W[{widths}]>>"
        )
        number["descendant"] = add_object(document, descendant.encode("ascii"))
        font = (
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{number['descendant']}]/ToUnicode {number['letters']}>>"
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.key] = add_object(document, font.encode("ascii")).encode("ascii")

    def _subset(self) -> bytes:
        """The cut's file with the outlines of the used glyphs only, under their own numbers."""
        import uharfbuzz as hb

        wish = hb.SubsetInput()
        wish.glyph_set.update(self._letters)
        wish.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
        wish.flags |= hb.SubsetFlags.NO_LAYOUT_CLOSURE
        for table in ("GSUB", "GPOS", "GDEF", "STAT", "name", "cmap", "gasp", "DSIG", "post"):
            wish.drop_table_tag_set.add(_tag(table))
        return bytes(hb.subset(shaper(self.cut).face, wish).blob.data)

    def _to_unicode(self) -> bytes:
        """The map from glyphs back to letters, for searching and copying."""
        lines = [
            f"<{gid:04X}><{text.encode('utf-16-be').hex().upper()}>"
            for gid, text in sorted(self._letters.items())
            if text
        ]
        blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
        body = "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        return (
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
            "1 begincodespacerange<0000><FFFF>endcodespacerange\n"
            f"{body}\nendcmap CMapName currentdict/CMap defineresource pop end end\n"
        ).encode("ascii")

    def _descriptor(self, name: str, file: str) -> str:
        """The font descriptor; measures in 1/1000 of the size."""
        face = shaper(self.cut).face
        head = bytes(face.reference_table("head").data)
        hhea = bytes(face.reference_table("hhea").data)
        metrics = bytes(face.reference_table("OS/2").data)
        scale = 1000 / face.upem
        box = " ".join(str(round(edge * scale)) for edge in struct.unpack(">4h", head[36:44]))
        ascent, descent = struct.unpack(">2h", hhea[4:8])
        capitals = struct.unpack(">h", metrics[88:90])[0] if len(metrics) >= 90 else ascent
        flags = _FIXED | (_ITALIC if self.cut.italic else 0)
        return (
            f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]"
            f"/ItalicAngle {-12 if self.cut.italic else 0}/Ascent {round(ascent * scale)}"
            f"/Descent {round(descent * scale)}/CapHeight {round(capitals * scale)}"
            f"/StemV {self.cut.weight // 5}/FontFile2 {file}>>"
        )


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")
