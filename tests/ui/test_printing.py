# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""PDF pages as pictures and on a printer."""

from io import BytesIO

import pytest
from PySide6.QtCore import QSizeF, Qt, QTimer
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from coordinator.errors import Cancelled
from tests.coordinator.documents.printed import ink_box, page_sizes
from ui import printing
from ui.widgets.page_view import PageView

LETTER = QSizeF(792, 612)


def a_pdf(pages=1, size=(792, 612)):
    out = BytesIO()
    canvas = Canvas(out, pagesize=size)
    for _page in range(pages):
        canvas.rect(36, 72, 200, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def a_printer(path, size=LETTER):
    printer = printing.make_printer(size)
    printer.setOutputFileName(str(path))
    return printer


def test_a_page_is_drawn_at_exactly_the_width_asked(qapp):
    with printing.PdfPages(a_pdf()) as pages:
        picture = pages.image(0, 1111)
        assert (picture.width(), picture.height()) == (1111, 859)
        assert picture.pixelColor(200, 650).lightness() == 0
        assert picture.pixelColor(5, 5).lightness() == 255


def test_every_page_is_printed_at_its_true_size_and_place(qapp, tmp_path):
    told = []
    printer = a_printer(tmp_path / "out.pdf")
    assert printing.print_pdf(a_pdf(3), printer, lambda *part: told.append(part)) == 3
    made = (tmp_path / "out.pdf").read_bytes()
    assert page_sizes(made) == [(792, 612)] * 3
    assert ink_box(made) == pytest.approx((35.5, 439.5, 555.5, 71.5), abs=1)
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_the_sheet_follows_the_page(qapp):
    printer = printing.make_printer(QSizeF(595.28, 841.89))
    assert printer.resolution() == 300
    assert printer.pageLayout().pageSize().name() == "A4"
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait
    assert printing.page_layout(LETTER).orientation() == QPageLayout.Orientation.Landscape


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_in_words(qapp, tmp_path):
    printer = a_printer(tmp_path / "no such folder" / "out.pdf")
    with pytest.raises(printing.PrinterFailed, match="did not answer"):
        printing.print_pdf(a_pdf(), printer)


def test_stopping_it_leaves_the_rest_unprinted(qapp, tmp_path):
    def stop(done, _total):
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        printing.print_pdf(a_pdf(3), a_printer(tmp_path / "out.pdf"), stop)


def test_several_files_become_one(qapp):
    whole = printing.join_pdfs([a_pdf(2), a_pdf(1, (595, 842))])
    assert page_sizes(whole) == [(792, 612), (792, 612), (595, 842)]


def press_when_asked(key, seen):
    def press():
        dialog = QApplication.activeModalWidget()
        seen.append(dialog.windowTitle())
        QTest.keyClick(dialog, key)

    QTimer.singleShot(50, press)


@pytest.mark.parametrize(("key", "agreed"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_the_computers_own_dialog_is_asked(qtbot, tmp_path, monkeypatch, key, agreed):
    made = a_printer(tmp_path / "out.pdf")
    monkeypatch.setattr(printing, "make_printer", lambda _size: made)
    seen = []
    press_when_asked(key, seen)
    printer = printing.PrinterDialog.ask("Print 3 certificates", LETTER)
    assert seen == ["Print 3 certificates"]
    assert isinstance(printer, QPrinter) is agreed


def test_the_page_on_the_screen_fits_its_room_or_scrolls(qtbot):
    view = PageView("A page")
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show_pdf(a_pdf(2))
    view.show()
    rect = view.sheet.page_rect()
    assert view.sheet.rect().contains(rect)
    assert rect.width() / rect.height() == pytest.approx(792 / 612, abs=0.01)
    view.set_fit(fit=False)
    assert view.sheet.page_rect().width() == 1056
    assert view.horizontalScrollBar().maximum() > 0
    view.show_place(1)
    assert view.pages() == 2
    view.show_pdf(None)
    assert view.pages() == 0
