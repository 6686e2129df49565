# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Help: every place has a topic in both languages, and nothing comes from outside."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import resources
from coordinator import i18n
from ui import theme
from ui.context import Context
from ui.pages.help import TOPICS, HelpPage, topic_text, topic_title
from ui.places import all_places

PLACES = {place.key for place in all_places()}


@pytest.fixture
def page(ctx: Context, qtbot: QtBot) -> Iterator[HelpPage]:
    made = HelpPage(ctx)
    qtbot.addWidget(made)
    made.resize(1194, 700)
    made.show()
    yield made
    made.let_go()


def test_every_place_has_a_topic() -> None:
    assert PLACES - {"help"} <= set(TOPICS)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("topic", TOPICS)
def test_texts_are_there_and_sound(topic: str, lang: str) -> None:
    path = resources.ROOT / "help" / lang / f"{topic}.md"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert topic_title(topic, lang)
    for target in re.findall(r"\]\(([^)]*)\)", text):
        assert target in TOPICS or target.removeprefix("go:") in PLACES, target
    assert "<" not in text
    assert "http" not in text


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_have_the_same_parts(topic: str) -> None:
    heads = [re.findall(r"^#+", topic_text(topic, lang), re.M) for lang in ("en", "es")]
    assert heads[0] == heads[1]


def test_f1_shows_the_topic_of_the_place(page: HelpPage) -> None:
    page.open({"topic": "certificates"})
    assert page.topic() == "certificates"
    assert page.text.toPlainText().startswith("Certificates")
    page.open({"topic": "help"})
    assert page.topic() == "home"


def test_the_list_is_worked_by_keys(page: HelpPage) -> None:
    page.topics.setFocus()
    QTest.keyClick(page.topics, Qt.Key.Key_Down)
    assert page.topic() == "families"
    assert page.text.accessibleName() == "Families"


def test_links_lead_to_topics_and_places_only(page: HelpPage, ctx: Context) -> None:
    asked: list[str] = []
    ctx.asked.connect(lambda place, _what: asked.append(place))
    page.text.anchorClicked.emit(QUrl("settings"))
    assert page.topic() == "settings"
    page.text.anchorClicked.emit(QUrl("go:families"))
    page.text.anchorClicked.emit(QUrl("https://example.org/"))
    page.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert asked == ["families"]
    assert page.topic() == "settings"


def test_nothing_is_fetched(page: HelpPage) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert page.text.loadResource(kind, QUrl("file:///etc/hostname")) is None


def test_it_speaks_spanish_and_follows_the_theme(ctx: Context, qtbot: QtBot, qapp: object) -> None:
    i18n.use_language("es")
    page = HelpPage(ctx)
    qtbot.addWidget(page)
    assert page.topics.item(1).text() == "Familias"
    theme.apply(qapp, "dark", 150)  # type: ignore[arg-type]
    assert page.text.document().defaultFont().pixelSize() == theme.font("body").pixelSize()
    page.let_go()
