# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""PDF pages as pictures, on the screen and on a printer: what is shown is what is printed."""

from collections.abc import Callable, Sequence
from io import BytesIO
from threading import Lock
from types import TracebackType
from typing import Any, Self

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from coordinator.errors import Problem
from coordinator.i18n import _
from ui import local_settings

DPI = 300
_POINTS = 72.0
# PDFium is one library for the whole process and must not be entered by two threads at once.
_pdfium = Lock()

Progress = Callable[[int, int], None]


class PrinterFailed(Problem):
    """The printer took no page, or stopped in the middle."""


def _library() -> Any:
    """PDFium: it takes 30 ms to load, so not before the first page is wanted."""
    import pypdfium2

    return pypdfium2


class PdfPages:
    """The pages of a PDF in memory; closed at the end of a `with`."""

    def __init__(self, pdf: bytes) -> None:
        library = _library()
        with _pdfium:
            self._document = library.PdfDocument(pdf)
            self._sizes = [
                QSizeF(*self._document.get_page_size(place)) for place in range(len(self._document))
            ]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, place: int) -> QSizeF:
        """Width and height of a page in points."""
        return self._sizes[place]

    def image(self, place: int, width: int) -> QImage:
        """A page drawn smoothly at exactly `width` pixels; nothing is scaled afterwards."""
        with _pdfium:
            page = self._document[place]
            scale = width / self._sizes[place].width()
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            size = QSize(bitmap.width, bitmap.height)
            shape = (size.width(), size.height(), bitmap.stride)
            drawn = QImage(bytes(bitmap.buffer), *shape, QImage.Format.Format_RGB32).copy()
            bitmap.close()
            page.close()
        return drawn

    def close(self) -> None:
        if self._document is not None:
            with _pdfium:
                self._document.close()
            self._document = None


def join_pdfs(parts: Sequence[bytes]) -> bytes:
    """Several PDFs as one, page after page."""
    library = _library()
    out = BytesIO()
    with _pdfium:
        whole = library.PdfDocument.new()
        for part in parts:
            source = library.PdfDocument(part)
            whole.import_pages(source)
            source.close()
        whole.save(out)
        whole.close()
    return out.getvalue()


def page_layout(size: QSizeF) -> QPageLayout:
    """The sheet that a page of this many points wants, upright or across, without margins."""
    across = size.width() > size.height()
    upright = size.transposed() if across else size
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
    paper = QPageSize(upright, QPageSize.Unit.Point, "", fuzzy)
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    return QPageLayout(paper, way, QMarginsF(0, 0, 0, 0))


def make_printer(size: QSizeF) -> QPrinter:
    """The printer used last, else the computer's own, set to 300 dpi and to a page's sheet."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    wanted = local_settings.text("printer")
    if wanted in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(wanted)
    printer.setCreator("Coordinator")
    set_page(printer, size)
    return printer


def set_page(printer: QPrinter, size: QSizeF) -> None:
    """Tell a printer which sheet comes next; the whole sheet is drawn on, margins included."""
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(size))


class PrinterDialog:
    """The computer's own dialog for choosing a printer."""

    @classmethod
    def ask(cls, title: str, size: QSizeF, parent: QWidget | None = None) -> QPrinter | None:
        """A printer ready for pages of `size` points; None when the user thinks better of it."""
        printer = make_printer(size)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        for option in (
            QAbstractPrintDialog.PrintDialogOption.PrintSelection,
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
            QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
        ):
            dialog.setOption(option, on=False)
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not agreed:
            return None
        if printer.printerName():
            local_settings.remember("printer", printer.printerName())
        return printer


def print_pdf(pdf: bytes, printer: QPrinter, progress: Progress | None = None) -> int:
    """Print every page at its true size (never fitted), centred on the sheet; how many pages.

    Raises PrinterFailed when the printer takes no page or stops, and what `progress` raises.
    Qt allows painting on a printer in a worker thread.
    """
    with PdfPages(pdf) as pages:
        copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
        total = len(pages) * copies
        set_page(printer, pages.size(0))
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterFailed(_("The printer did not answer."))
        try:
            for done in range(total):
                if progress is not None:
                    progress(done, total)
                place = done % len(pages)
                if done:
                    printer.setPageLayout(page_layout(pages.size(place)))
                    if not printer.newPage():
                        raise PrinterFailed(_("The printer stopped in the middle."))
                _draw(painter, printer, pages, place)
            if progress is not None:
                progress(total, total)
        except BaseException:
            printer.abort()
            raise
        finally:
            ended = painter.end()
        if not ended or printer.printerState() == QPrinter.PrinterState.Error:
            raise PrinterFailed(_("The printer stopped in the middle."))
        return total


def _draw(painter: QPainter, printer: QPrinter, pages: PdfPages, place: int) -> None:
    dots = printer.resolution() / _POINTS
    size = pages.size(place) * dots
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    left, top = (sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2
    picture = pages.image(place, round(size.width()))
    painter.drawImage(QRectF(left, top, size.width(), size.height()), picture)
