# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a walk through the screens looks for in a window: one function for each kind of fault."""

import gettext
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from sqlalchemy import text as sql

from coordinator.documents.certificate.design import list_designs
from coordinator.i18n import language_name
from coordinator.store import Store
from ui.pages.help import TOPICS, topic_title
from ui.table import TableView
from ui.widgets import Label

Faults = list[str]
Check = Callable[[Any, QWidget], Faults]

_WORD = re.compile(r"[^\W\d_]{2,}")
# Words that are the same in every language: keys, kinds of file, languages in their own words.
_OURS = {"Ctrl", "Shift", "Esc", "Excel", "CSV", "PDF", "English", "Español"}
# `level_title` asks for one language by its name, which the pseudo one has not.
_OURS |= {"Bronze", "Silver", "Gold"}


class Pseudo(gettext.NullTranslations):
    """Every text of ours in brackets, so that what is not ours stands out."""

    def gettext(self, message: str) -> str:
        return f"[{message}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"[{msgid1 if n == 1 else msgid2}]"


def shown(place: QWidget) -> Iterator[QWidget]:
    """All widgets of a window that are to be seen."""
    for widget in place.findChildren(QWidget):
        if widget.isVisible() and widget.window() is place.window():
            yield widget


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} “{words or widget.accessibleName()}”"


# Check 7: words that are cut off


def clipped(place: QWidget) -> Faults:
    """Labels, buttons, tabs and column heads with less room than their words need."""
    found = []
    for widget in shown(place):
        if isinstance(widget, QLabel):
            short = _label_is_clipped(widget)
        elif isinstance(widget, QAbstractButton):
            hint, least = widget.sizeHint(), widget.minimumSizeHint()
            if widget.hasHeightForWidth():
                hint = QSize(least.width(), widget.heightForWidth(widget.width()))
                least = hint
            short = hint.width() > widget.width() + 1 or least.height() > widget.height() + 1
        elif isinstance(widget, QTabBar):
            short = widget.sizeHint().width() > widget.width() + 1
        else:
            short = False
        if short:
            found.append(f"{_name(widget)} {_size(widget.size())} of {_size(widget.sizeHint())}")
        if isinstance(widget, TableView):
            found += _clipped_heads(widget)
    return found


def _size(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


def _label_is_clipped(label: QLabel) -> bool:
    if not label.text():
        return False
    if label.text().endswith("…") and label.toolTip():
        return label.property("role") == "title"  # shortened, and told whole, but never a title
    if label.wordWrap():
        parts = re.split(r"[\s/\\-]", label.text())
        longest = max(map(label.fontMetrics().horizontalAdvance, parts))
        return longest > label.width() + 1 or (
            label.heightForWidth(label.width()) > label.height() + 1
        )
    hint = label.sizeHint()
    return hint.width() > label.width() + 1 or hint.height() > label.height() + 1


def _clipped_heads(table: TableView[Any]) -> Faults:
    head: Any = table.horizontalHeader()
    return [
        f"head “{table.model_.columns[place].title}”"
        for place in table.widths.visible()
        if head.title_width(place) - 20 > head.sectionSize(place)
    ]


# Checks 1 and 14: names


def focusable(place: QWidget) -> Iterator[QWidget]:
    """What Tab can reach."""
    for widget in shown(place):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if reached and widget.focusProxy() is None:
            yield widget


def unnamed(place: QWidget) -> Faults:
    """Controls without a name; the example in an empty field is none."""
    buddies = {label.buddy() for label in place.findChildren(QLabel) if label.buddy()}
    found = []
    for widget in focusable(place):
        words = widget.accessibleName()
        if isinstance(widget, QAbstractButton):
            words = words or widget.text()
        elif isinstance(widget, QGroupBox):
            words = words or widget.title()
        if not words.strip() and widget not in buddies and not isinstance(widget, QScrollBar):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


# Checks 2 and 3: Tab


def tab_round_trip(place: QWidget, most: int) -> Faults:
    """Press Tab until the first stop comes again."""
    if len(list(focusable(place))) < 2:
        return []
    place.activateWindow()
    QApplication.processEvents()
    place.setFocus()
    stops: list[QWidget] = []
    stays = 0
    while len(stops) <= most:
        at = QApplication.focusWidget() or place
        QTest.keyClick(at, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None:
            return [f"Tab lost the keyboard after {len(stops)} stops"]
        if now is at:
            stays += 1  # from link to link in a text
            if stays > most:
                return [f"Tab does not leave {_name(now)}"]
            continue
        if now in stops:
            left = [_name(one) for one in focusable(place) if one not in stops]
            return [] if now in (stops[0], place) else [f"Tab is caught at {_name(now)}: {left}"]
        stops.append(now)
    return [f"more than {most} stops"]


# Check 8: room


def outside(place: QWidget, least: QSize) -> Faults:
    """Controls beyond the edge of the window, or of what holds them, that no scrolling shows."""
    if place.width() > least.width() or place.height() > least.height():
        return [f"wants {_size(place.size())}"]
    found = []
    for widget in shown(place):
        if not isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QLabel | QTabBar):
            continue
        rect = QRect(widget.mapTo(place, QPoint(0, 0)), widget.size())
        if not _scrolls(widget, place) and not place.rect().contains(rect):
            found.append(f"{_name(widget)} at {rect.getRect()}")
    return found


def _scrolls(widget: QWidget, place: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not place:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


# Check 10: words that are not translated


def known_words(store: Store, *files: Path) -> set[str]:
    """Every word that comes from data: the store, files, names of months and languages."""
    texts = [file.read_text(encoding="utf-8-sig") for file in files]
    with store.read() as db:
        for table in db.execute(sql("SELECT name FROM sqlite_master WHERE type = 'table'")):
            if "fts" not in table[0] and "search" not in table[0] and table[0] != "change_row":
                for row in db.execute(sql(f'SELECT * FROM "{table[0]}"')):
                    texts += [value for value in row if isinstance(value, str)]
    locale = Locale.parse("en_US")
    for width in ("abbreviated", "wide"):
        texts += [str(name) for name in locale.months["format"][width].values()]
        texts += [str(name) for name in locale.days["format"][width].values()]
    texts += [language_name(code, "en") for code in (*locale.languages, "zh-Hans", "zh-Hant")]
    # The designs and the help speak from files of their own, each in every language.
    texts += [name for design in list_designs() for name in design.names.values()]
    texts += [topic_title(topic, "en") for topic in TOPICS]
    texts += [str(path) for path in files]
    return _OURS | {word for text in texts for word in _WORD.findall(text)}


def hard_coded(place: QWidget, known: set[str]) -> Faults:
    """Words on the screen that neither the translation gave nor the data."""
    found = []
    for text in dict.fromkeys(_texts(place)):
        # Greedy: what stands in brackets may hold brackets and data.
        ours = re.sub(r"\[.*\]|</?span>", " ", text, flags=re.DOTALL)
        strange = [word for word in _WORD.findall(ours) if word not in known]
        if strange:
            found.append(f"“{text}” ({', '.join(strange)})")
    return found


def _texts(place: QWidget) -> Iterator[str]:
    yield place.windowTitle()
    for widget in shown(place):
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if isinstance(widget, Label):
            yield widget.whole_text()
        elif isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QMenuBar):
            yield from _menu_texts(widget)
        elif isinstance(widget, TableView):
            yield from _table_texts(widget)


def _menu_texts(bar: QMenuBar) -> Iterator[str]:
    for menu in bar.findChildren(QMenu):
        yield from (action.text() for action in (menu.menuAction(), *menu.actions()))


def _table_texts(table: TableView[Any]) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(8, model.rowCount())):
            yield str(model.index(row, column).data() or "")
