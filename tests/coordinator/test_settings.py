# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The school's own settings: kept, normalised, refused, undone; bad ones are as they start."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from coordinator.errors import Invalid
from coordinator.settings import Settings, Signature, load_settings, save_settings
from coordinator.store.models import Setting
from tests.rows import all_rows, check_step


def test_settings_are_kept_with_their_texts_normalised(store):
    typed = Settings(
        school_name=" Maple\u202e  Hollow\n",
        school_address="12 Oak St \r\nSpringfield",
        signatures=(Signature("Jose\u0301  Ruiz", " Principal\x00"),),
        certificate_minutes=90,
    )
    check_step(store, "Settings", lambda db: save_settings(db, typed))
    with store.read() as db:
        kept = load_settings(db)
    assert kept.school_name == "Maple Hollow"
    assert kept.school_address == "12 Oak St\nSpringfield"
    assert kept.signatures == (Signature("José Ruiz", "Principal"),)
    assert kept.certificate_minutes == 90


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"school_name": "x" * 201}, "school_name"),
        ({"school_address": "x" * 501}, "school_address"),
        ({"signatures": (Signature("x" * 201, ""),)}, "signatures"),
    ],
)
def test_texts_too_long_are_refused_and_leave_no_trace(store, change, field):
    before = all_rows(store)
    with pytest.raises(Invalid) as refusal, store.write("Settings") as db:
        save_settings(db, replace(load_settings(db), **change))
    assert refusal.value.field == field
    assert all_rows(store) == before


@pytest.mark.parametrize("value", ["", "null", "17", "[" * 50_000, "\x00", "{}"])
def test_a_setting_that_cannot_be_read_is_as_it_starts(store, value):
    with store.write("Spoil") as db:
        save_settings(db, Settings(school_name="Maple", signatures=(Signature("A", "B"),)))
        db.flush()
        db.execute(update(Setting).values(value=value))
    with store.read() as db:
        read = load_settings(db)
    assert (read.school_name, read.signatures, read.paper) == ("", (), "letter")
