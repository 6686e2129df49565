# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Rules of the house that no single module can show."""

import re
from pathlib import Path

import pytest

from tests import translations
from tests.translations import ROOT, collected, compiled, languages, places, read, texts

SOURCES = [path for package in ("coordinator", "ui") for path in (ROOT / package).rglob("*.py")]


@pytest.mark.parametrize("language", languages())
def test_every_text_has_its_words(language):
    catalog = read(language)
    missing = [
        message.id
        for message in collected()
        if message.id
        and (
            (kept := catalog.get(message.id, message.context)) is None
            or not all(texts(kept)[1])
            or kept.fuzzy
        )
    ]
    assert missing == []


@pytest.mark.parametrize("language", languages())
def test_translations_have_the_same_place_holders_and_mnemonics(language):
    wrong = []
    for message in read(language):
        if message.id:
            ids, strings = texts(message)
            allowed = set().union(*map(places, ids))
            for string in strings:
                if places(string) - allowed or (len(strings) == 1 and places(string) != allowed):
                    wrong.append(message.id)
                if translations.mnemonics(string) != translations.mnemonics(ids[0]):
                    wrong.append(message.id)
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_the_compiled_catalogue_is_that_of_the_words(language):
    path = translations.po_path(language)
    assert path.with_suffix(".mo").read_bytes() == compiled(read(language))


def test_there_is_spanish():
    assert "es" in languages()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_source_file_begins_with_its_licence_and_what_it_holds(path: Path):
    lines = path.read_text("utf-8").split("\n")
    assert lines[0].startswith("# SPDX-FileCopyrightText: ")
    assert lines[1] == "# SPDX-License-Identifier: MIT"
    if any(line.strip() for line in lines[2:]):
        assert lines[2].startswith('"""')


def test_no_text_is_translated_at_import_or_built_before():
    wrong = []
    for path in SOURCES:
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            # Inside an f-string Python 3.11 hides a text from the collector: it stays English.
            if re.search(r"\b(?:_|ngettext)\(f[\"']|\{(?:_|ngettext)\(", line) or re.match(
                r"[A-Z_a-z]+ = _\(", line
            ):
                wrong.append(f"{path.relative_to(ROOT)}:{number}")
    assert wrong == []


def test_labels_and_messages_show_plain_text():
    """QLabel and QMessageBox guess rich text: only our Label, which says PlainText, is used."""
    wrong = []
    for path in (ROOT / "ui").rglob("*.py"):
        text = path.read_text("utf-8")
        if re.search(r"\bQ(?:Label|MessageBox)\(", text) and "PlainText" not in text:
            wrong.append(str(path.relative_to(ROOT)))
        if re.search(r"\.(?:warning|critical|information|question)\(\s*(?:self|None|parent)", text):
            wrong.append(str(path.relative_to(ROOT)))
    assert wrong == []
