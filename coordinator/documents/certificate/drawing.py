# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Certificates drawn into a PDF: what is the same once, the rest as text operators per page."""

from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO, Protocol

from coordinator.documents.art import draw_art, draw_ornament
from coordinator.documents.art.pen import Inks
from coordinator.documents.certificate.checking import refuse_undrawable
from coordinator.documents.certificate.composing import Arranged, Composer, Plan
from coordinator.documents.certificate.design import words
from coordinator.documents.certificate.fitting import Fitted
from coordinator.documents.certificate.signing import foot_date, foot_number, signatures
from coordinator.documents.certificate.values import Certificate, Look
from coordinator.documents.certificate.wording import is_fixed
from coordinator.documents.lettering import centred
from coordinator.documents.pdf_file import PdfFile

_SHARED_FROM = 3  # certificates of one plan are worth a drawing of their own
_BESIDE = 10.0  # between the logo and the words to its right, pt


class Progress(Protocol):
    """Told how many of how many are done; raises Cancelled to stop."""

    def __call__(self, done: int, total: int, /) -> None: ...


def draw_certificates(
    certificates: Sequence[Certificate],
    look: Look,
    out: BinaryIO,
    progress: Progress | None = None,
) -> None:
    """One PDF, a page for each certificate in the order given.

    Raises Problem when there are none, or when a text holds a character that cannot be printed
    rightly: `check_names` lists those beforehand.
    """
    refuse_undrawable(certificates, look)
    writer = _Writer(look, certificates[0].language)
    writer.expect(certificates)
    total = len(certificates)
    for done, certificate in enumerate(certificates, 1):
        writer.add(certificate)
        if progress and (done % 50 == 0 or done == total):
            progress(done, total)
    writer.file.save(out)


def draw_page(certificate: Certificate, look: Look) -> bytes:
    """A PDF of one certificate, for looking at; raises Problem as `draw_certificates` does."""
    out = BytesIO()
    draw_certificates([certificate], look, out)
    return out.getvalue()


class _Writer:
    """One file in the making, and what its pages share."""

    def __init__(self, look: Look, lang: str) -> None:
        self.look = look
        self.design = look.design
        self.sheet = look.design.sheets[look.paper]
        self.inks = Inks(look.design.colours, black_only=look.palette == "black")
        title = str(words()[look.design.spoken(lang)]["title"])
        sheet = self.sheet
        self.file = PdfFile(sheet.width, sheet.height, title=title, author=look.school, lang=lang)
        art = draw_art(look.design.art, sheet.width, sheet.height, self.inks)
        self._art = self.file.add_drawing(art)
        self._logo = self.file.add_picture(look.logo_png) if look.logo_png else None
        self._fixed = [is_fixed(block) for block in look.design.blocks]
        self._colours = [self.inks.fill(block.colour) for block in look.design.blocks]
        self._composer = Composer(look)
        self._often: Counter[tuple[object, ...]] = Counter()
        self._shared: dict[int, tuple[Arranged, str]] = {}
        self._drawn: dict[tuple[object, ...], str] = {}

    def expect(self, certificates: Sequence[Certificate]) -> None:
        """Count which words come more than once: those are drawn once for all their pages."""
        self._often.update(self._composer.plan(certificate).key for certificate in certificates)

    def add(self, certificate: Certificate) -> None:
        """One more page."""
        plan, arranged, own = self._composer.compose(certificate)
        shared = self._shared.get(id(arranged))
        if shared is None:
            # Kept beside its words: an id is only good while its object lives.
            shared = self._shared[id(arranged)] = (arranged, self._shared_part(plan, arranged))
        ops = [self._art, shared[1]]
        for (index, _block), lines, y in zip(plan.own, own, arranged.own, strict=True):
            ops.append(self._lines(index, lines, y))
        ops.append(foot_number(self.file.setter, certificate, self.look, plan.lang))
        self.file.add_page("\n".join(ops))

    def _shared_part(self, plan: Plan, arranged: Arranged) -> str:
        """All words a plan's certificates share: one drawing where there are several of them."""
        lines = [entry for entry in arranged.shared if entry[1] and not self._fixed[entry[0]]]
        inline = [self._lines(index, fitted, y) for index, fitted, y in lines if fitted]
        day = plan.values["date"]
        inline.append(foot_date(self.file.setter, day, self.look))
        if self._often[plan.key] < _SHARED_FROM:
            return "\n".join([self._fixed_part(arranged), *inline])
        return self.file.add_drawing("\n".join([self._fixed_part(arranged), *inline]))

    def _fixed_part(self, arranged: Arranged) -> str:
        """What all certificates of one language share, at these places."""
        kept = [entry for entry in arranged.shared if not entry[1] or self._fixed[entry[0]]]
        key = tuple(kept)
        if key not in self._drawn:
            ops = [signatures(self.file.setter, self.look, self.inks)]
            for index, lines, y in kept:
                if lines is None:
                    ornament = self.design.blocks[index].ornament
                    ops.append(draw_ornament(ornament, self.sheet.width / 2, y, self.inks))
                else:
                    ops.append(self._lines(index, lines, y))
            ops.append(self._picture(arranged))
            self._drawn[key] = self.file.add_drawing("\n".join(ops))
        return self._drawn[key]

    def _lines(self, index: int, lines: Fitted, y: float) -> str:
        """The operators of one block."""
        centre = self.sheet.width / 2
        if index == 0 and self._logo and not self.sheet.logo:
            centre += (self._logo_size()[0] + _BESIDE) / 2
        shown = [self._colours[index]]
        for line, width in zip(lines.lines, lines.widths, strict=True):
            left = centred(width, lines.size, centre)
            shown.append(self.file.setter.line(line, lines.style, lines.size, left, y))
            y -= lines.leading
        return "\n".join(shown)

    def _logo_size(self) -> tuple[float, float]:
        """Width and height of the logo in its box, pt."""
        wide, high = self.sheet.logo_size
        ratio = self._logo[1] if self._logo else 1.0
        return min(wide, high * ratio), min(high, wide / ratio)

    def _picture(self, arranged: Arranged) -> str:
        """The logo: in its box, or left of the school's name."""
        if self._logo is None:
            return ""
        wide, high = self._logo_size()
        left, bottom = self.sheet.width / 2 - wide / 2, self.sheet.logo - high / 2
        _index, lines, y = arranged.shared[0]
        if not self.sheet.logo and lines:
            left -= (max(lines.widths) * lines.size + _BESIDE) / 2
            bottom = y - lines.depth / 2 + 0.36 * lines.size - high / 2
        return f"q {wide:.2f} 0 0 {high:.2f} {left:.2f} {bottom:.2f} cm /{self._logo[0]} Do Q"
