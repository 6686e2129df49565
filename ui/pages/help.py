# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Help: topics at the left, the text of one at the right; our own files, nothing from outside."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QPainter,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextBrowser,
    QWidget,
)

import resources
from coordinator.i18n import _, language
from ui import theme
from ui.page import Page
from ui.widgets import PageHeader, painting

if TYPE_CHECKING:
    from coordinator.store import Db

TOPICS = (
    "home", "families", "bring", "events", "volunteers", "certificates", "reports", "settings",
    "keys", "data",
)  # fmt: skip
# Places without a topic of their own.
_INSTEAD = {"help": "home"}
_LIST = 210
_READING = 620

Index = QModelIndex | QPersistentModelIndex


@cache
def topic_text(topic: str, lang: str) -> str:
    """The markdown of a topic in a language, or in English where it is not translated."""
    folder = resources.ROOT / "help"
    path = folder / lang / f"{topic}.md"
    if not path.exists():
        path = folder / "en" / f"{topic}.md"
    return path.read_text(encoding="utf-8")


def topic_title(topic: str, lang: str) -> str:
    """The first heading of a topic."""
    return topic_text(topic, lang).partition("\n")[0].removeprefix("#").strip()


class HelpPage(Page):
    """`open({"topic": key})` shows a topic; a place's key is the topic of that place."""

    uses: ClassVar[set[str]] = set()
    ground = "surface"

    def build(self) -> None:
        self.header = PageHeader(_("Help"), _("F1 on any screen opens the help for it."))
        self.topics = _TopicList()
        for topic in TOPICS:
            item = QListWidgetItem(topic_title(topic, language()))
            item.setData(Qt.ItemDataRole.UserRole, topic)
            self.topics.addItem(item)
        self.text = _Text()
        self.text.asked.connect(self._follow)
        self.topics.currentRowChanged.connect(self._show)
        main = QWidget()
        row = theme.across(main)
        row.addWidget(self.topics)
        row.addWidget(self.text, 1)
        self.body.addWidget(self.header_area(self.header))
        self.body.addWidget(main, 1)
        self.topics.setCurrentRow(0)

    def load(self, db: Db) -> None:
        """Nothing: the texts do not depend on the school."""

    def open(self, what: dict[str, Any]) -> None:
        topic = what.get("topic", "home")
        topic = _INSTEAD.get(topic, topic)
        if topic in TOPICS:
            self.topics.setCurrentRow(TOPICS.index(topic))
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def topic(self) -> str:
        """The key of the topic shown."""
        return TOPICS[self.topics.currentRow()]

    def _show(self, row: int) -> None:
        if row >= 0:
            self.text.show_text(topic_text(TOPICS[row], language()))
            self.text.setAccessibleName(topic_title(TOPICS[row], language()))

    def _follow(self, address: str) -> None:
        """`go:families` opens a place, a bare word another topic; anything else does nothing."""
        if address.startswith("go:"):
            self.ctx.go(address.removeprefix("go:"))
        elif address in TOPICS:
            self.open({"topic": address})


class _TopicPainter(QStyledItemDelegate):
    """A topic in the list: its words; the one shown on a soft ground with an accent bar."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.gap(_LIST), theme.high(38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrast = theme.is_contrast()
        ink = theme.color("text")
        if chosen:
            ink = theme.color("on" if contrast else "acctext")
            painter.fillRect(rect, theme.color("accent" if contrast else "soft"))
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, theme.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        if state & QStyle.StateFlag.State_HasFocus and chosen:
            inside = rect.adjusted(1, 1, -1, -1)
            painting.box(painter, inside, 0, None, theme.color("field_focus"), 2)
        room = rect.adjusted(theme.gap(24), 0, -theme.gap(8), 0)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        painting.words(painter, room, words, "name" if chosen else "button", ink)


class _TopicList(QListWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Topics"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_TopicPainter(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()
        theme.signals.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setViewportMargins(0, theme.gap(10), 0, 0)
        widest = max(
            (painting.text_width(topic_title(key, language()), "name") for key in TOPICS),
            default=0,
        )
        self.setFixedWidth(max(theme.gap(_LIST), widest + theme.gap(48)))
        self.scheduleDelayedItemsLayout()


class _Text(QTextBrowser):
    """The text of one topic, in our own type; it loads nothing and opens nothing by itself."""

    asked = Signal(str)  # the address of the link pressed

    def __init__(self) -> None:
        super().__init__()
        self._markdown = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        # Our style sheet gives text editors a border; this is a page to read.
        self.setStyleSheet("QTextBrowser { border: none; border-radius: 0; padding: 0; }")
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))
        theme.signals.changed.connect(self._show_again)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """No picture and no file, whatever a text may name."""
        return None

    def _show_again(self) -> None:
        self.show_text(self._markdown)

    def show_text(self, markdown: str) -> None:
        """Show a text written in markdown, from its beginning."""
        self._markdown = markdown
        document = self.document()
        document.setDefaultFont(theme.font("body"))
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        _dress(document)
        self._centre()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        """Lines no longer than can be read easily."""
        left, top = theme.gap(36), theme.gap(24)
        wide = (theme.gap(_READING) + theme.px(_READING)) // 2
        right = max(theme.gap(24), self.width() - left - wide)
        root = self.document().rootFrame()
        shape = root.frameFormat()
        shape.setLeftMargin(left)
        shape.setTopMargin(top)
        shape.setRightMargin(right)
        shape.setBottomMargin(theme.gap(36))
        root.setFrameFormat(shape)


def _dress(document: QTextDocument) -> None:
    """Headings and links in our type and colours, and room between the lines."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor.setPosition(block.position())
        shape = QTextBlockFormat()
        shape.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(theme.gap({0: 0, 1: 0}.get(level, 18)))
        shape.setBottomMargin(theme.gap({0: 8, 1: 14}.get(level, 6)))
        if block.textList() is not None:
            shape.setBottomMargin(theme.gap(5))
        cursor.mergeBlockFormat(shape)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if level:
            _set_font(cursor, theme.font("title" if level == 1 else "heading"))
        block = block.next()
    _colour_links(document)


def _set_font(cursor: QTextCursor, font: QFont) -> None:
    # Set, not merged: markdown's own size adjustment would win over the font's size.
    shape = QTextCharFormat()
    shape.setFont(font)
    cursor.setCharFormat(shape)


def _colour_links(document: QTextDocument) -> None:
    """Links in the ink of links; bold in the weight of names."""
    block = document.begin()
    cursor = QTextCursor(document)
    while block.isValid():
        pieces = []
        step = block.begin()
        while not step.atEnd():
            piece = step.fragment()
            pieces.append((piece.position(), piece.length(), piece.charFormat()))
            step += 1
        for position, length, found in pieces:
            shape = QTextCharFormat()
            if found.isAnchor():
                shape.setForeground(theme.color("acctext"))
                shape.setFontUnderline(True)
            elif found.fontWeight() >= QFont.Weight.Bold and not block.blockFormat().headingLevel():
                shape.setFont(theme.font("name"))
            else:
                continue
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(shape)
        block = block.next()
