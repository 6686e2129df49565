# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The catalogues of the screen's languages: collecting the words, checking, compiling.

    python -m tests.translations

brings each `resources/translations/*/LC_MESSAGES/coordinator.po` up to the words in the code and
writes the `.mo` beside it. New words are left empty for the translator.
"""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
_PLACE = re.compile(r"\{[^{}]*\}")


def collected() -> Catalog:
    """Every text of both packages that is shown to a user."""
    catalog = Catalog(project="Coordinator", charset="utf-8")
    for package in ("coordinator", "ui"):
        found = extract_from_dir(
            ROOT / package, [("**.py", "python")], keywords=_KEYWORDS, strip_comment_tags=True
        )
        for name, line, text, _comments, context in found:
            catalog.add(text, None, [(f"{package}/{name}", line)], context=context)
    return catalog


def languages() -> list[str]:
    """Codes of the languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/coordinator.po"))


def read(language: str) -> Catalog:
    """The catalogue of one language."""
    with po_path(language).open("rb") as file:
        return read_po(file, locale=language)


def po_path(language: str) -> Path:
    """Where a language keeps its words."""
    return FOLDER / language / "LC_MESSAGES" / "coordinator.po"


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def texts(message: Message) -> tuple[list[str], list[str]]:
    """The original texts of a message and their translations, one or several of each."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    return ids, strings


def places(text: str) -> set[str]:
    """The place-holders of a text."""
    return set(_PLACE.findall(text))


def mnemonics(text: str) -> int:
    """How many menu mnemonics a text marks with &."""
    return text.replace("&&", "").count("&")


def update(language: str) -> tuple[int, int]:
    """Bring one catalogue up to the code; how many texts it has, how many wait for words."""
    template = collected()
    catalog = read(language) if po_path(language).exists() else Catalog(locale=language)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.project, catalog.fuzzy = "Coordinator", False
    po_path(language).parent.mkdir(parents=True, exist_ok=True)
    with po_path(language).open("wb") as file:
        # Without line numbers a changed file does not change every catalogue.
        write_po(file, catalog, width=100, sort_output=True, no_location=True, omit_header=False)
    po_path(language).with_suffix(".mo").write_bytes(compiled(catalog))
    messages = [message for message in catalog if message.id]
    waiting = [message for message in messages if not all(texts(message)[1])]
    return len(messages), len(waiting)


if __name__ == "__main__":
    for code in languages() or ["es"]:
        count, waiting_count = update(code)
        print(f"{code}: {count} texts, {waiting_count} without words")
