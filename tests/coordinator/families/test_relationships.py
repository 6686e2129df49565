# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Every relationship that an import writes has words in the reader's language."""

import tomllib

import resources
from coordinator import i18n
from coordinator.families import relationship_title


def test_every_relationship_of_the_import_is_translated():
    table = tomllib.loads((resources.ROOT / "formats" / "values.toml").read_text("utf-8"))
    i18n.use_language("es")
    same = [word for word in table["relationships"] if relationship_title(word) == word]
    assert same == []
    assert relationship_title("Mother") == "Madre"


def test_the_family_s_own_word_is_shown_as_it_is():
    i18n.use_language("es")
    assert relationship_title("Comadre <b>") == "Comadre <b>"
