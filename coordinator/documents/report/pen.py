# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What draws one line of a report: its margins, faces and rules."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coordinator.documents.fonts import covering, face, registered

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MARGIN = 48.0


@dataclass(frozen=True)
class Pen:
    """A canvas and the size of its pages, in pt."""

    canvas: "Canvas"
    width: float
    height: float

    @property
    def left(self) -> float:
        """Where lines begin."""
        return MARGIN

    @property
    def right(self) -> float:
        """Where lines end."""
        return self.width - MARGIN

    @property
    def measure(self) -> float:
        """How long lines are."""
        return self.right - self.left

    def say(
        self, text: str, x: float, y: float, size: float, weight: int = 400, *, right: bool = False
    ) -> None:
        """Draw a line of Noto Sans, or the face that has its letters, from or up to `x`."""
        cut = registered(covering(text, face("Noto Sans", weight)))
        self.canvas.setFont(cut, size)
        draw = self.canvas.drawRightString if right else self.canvas.drawString
        draw(x, y, text)

    def say_within(self, text: str, x: float, y: float, size: float, width: float) -> None:
        """Draw a line in `width` pt: narrow where it is long, then smaller."""
        for cut in (face("Noto Sans"), face("Noto Sans", width=80)):
            name = registered(covering(text, cut))
            wide = self.canvas.stringWidth(text, name, size)
            if wide <= width:
                break
        self.canvas.setFont(name, size * min(1.0, width / wide if wide else 1.0))
        self.canvas.drawString(x, y, text)

    def rule(self, y: float, thick: float) -> None:
        """Draw a line over the whole measure."""
        self.canvas.setLineWidth(thick)
        self.canvas.line(self.left, y, self.right, y)
