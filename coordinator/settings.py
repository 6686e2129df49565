# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The school's own settings; they live in the data file, so that they travel with a backup."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import select

from coordinator.store import Db
from coordinator.store.models import Setting
from coordinator.text import checked_note, short_line

_LONGEST_ADDRESS = 500


SAMPLE = "SAMPLE · MUESTRA"  # on all paper of the made-up school, in both languages at once


@dataclass(frozen=True)
class Signature:
    """Who signs a certificate: the printed name and the position below it."""

    name: str
    title: str


@dataclass(frozen=True)
class Settings:
    """What the school has chosen; every field has a sensible start."""

    school_name: str = ""
    school_address: str = ""
    principal: str = ""
    coordinator_name: str = ""
    language: str = "en"  # of the screen, and of reports
    paper: str = "letter"  # or "a4"
    phone_region: str = "US"  # how a number without a country code is read
    logo_png_base64: str = ""
    rounding: str = "exact"  # a key of coordinator.hours.ROUNDING
    day_limit_minutes: int = 12 * 60  # more on one day is asked about
    signatures: tuple[Signature, ...] = ()
    certificate_design: str = "classic"
    certificate_minutes: int = 20 * 60
    certificate_language: str = "auto"  # each person's own, or a code
    certificate_black_only: bool = False
    sample: bool = False  # the made-up school: paper says SAMPLE


def school_on_paper(db: Db) -> str:
    """The school's name as sheets and reports carry it; that of the made-up one says so."""
    settings = load_settings(db)
    return f"{settings.school_name} · {SAMPLE}" if settings.sample else settings.school_name


def load_settings(db: Db) -> Settings:
    """The settings as saved; what was never saved, or cannot be read, is as it starts."""
    values: dict[str, Any] = {}
    known = {field.name: field for field in fields(Settings)}
    for name, text in db.execute(select(Setting.name, Setting.value)):
        if name in known:
            value = _read(name, text)
            if type(value) is type(known[name].default):
                values[name] = value
    return Settings(**values)


def _read(name: str, text: str) -> object:
    try:
        value = json.loads(text)
        if name == "signatures":
            return tuple(Signature(str(one["name"]), str(one["title"])) for one in value)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return value


def save_settings(db: Db, settings: Settings) -> None:
    """Keep what differs from the settings in the file. Raises Invalid for texts too long."""
    kept = {row.name: row for row in db.scalars(select(Setting))}
    for name, value in asdict(settings).items():
        text = json.dumps(_clean(name, value), ensure_ascii=False)
        if name in kept:
            kept[name].value = text
        elif value != getattr(Settings(), name):
            db.add(Setting(name=name, value=text))


def _clean(name: str, value: Any) -> Any:
    if name == "logo_png_base64":
        return value.strip()
    if name == "school_address":
        return checked_note(value, name, _LONGEST_ADDRESS)
    if isinstance(value, str):
        return short_line(value, name)
    if isinstance(value, list | tuple):
        return [{key: short_line(text, name) for key, text in one.items()} for one in value]
    return value
