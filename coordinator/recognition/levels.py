# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Levels of thanks such as bronze, silver and gold, by age; the school may change them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sqlalchemy import select

from coordinator.errors import Invalid
from coordinator.i18n import _, language, translator
from coordinator.store import Db
from coordinator.store.models import AwardLevel
from coordinator.text import fold, short_line

BANDS = ("kids", "teens", "young_adults", "adults", "family")
_GROWN_UP = 26  # without a birth date the thresholds of the last band hold


@dataclass(frozen=True)
class Level:
    """So many minutes for people of an age (both ends counted, None is open), or for a family.

    `name` is bronze, silver, gold, or a word of the school's own; `rank` counts up in its band.
    """

    band: str
    name: str
    min_age: int | None
    max_age: int | None
    min_minutes: int
    rank: int = 1
    id: int | None = None


def _three(band: str, ages: tuple[int | None, int | None], *hours: int) -> list[Level]:
    names = ("bronze", "silver", "gold")
    return [
        Level(band, name, *ages, hour * 60, rank)
        for rank, (name, hour) in enumerate(zip(names, hours, strict=True), start=1)
    ]


# The thresholds that certifying bodies went on using after the federal award was paused in 2025.
DEFAULT_LEVELS: tuple[Level, ...] = (
    *_three("kids", (5, 10), 26, 50, 75),
    *_three("teens", (11, 15), 50, 75, 100),
    *_three("young_adults", (16, 25), 100, 175, 250),
    *_three("adults", (_GROWN_UP, None), 100, 250, 500),
    *_three("family", (None, None), 200, 500, 1000),
)


def band_title(band: str) -> str:
    """An age band in words; one from elsewhere is shown as it is."""
    titles = {
        "kids": _("Children"),
        "teens": _("Teenagers"),
        "young_adults": _("Young adults"),
        "adults": _("Adults"),
        "family": _("Families"),
    }
    return titles.get(band, band)


def level_title(name: str, lang: str | None = None) -> str:
    """A level as it is printed, in a language; the school's own words stay as written."""
    words = translator(lang or language())
    titles = {
        "bronze": words.gettext("Bronze"),
        "silver": words.gettext("Silver"),
        "gold": words.gettext("Gold"),
    }
    return titles.get(name, name)


def list_levels(db: Db) -> list[Level]:
    """The school's levels, by band, the lowest of each first."""
    columns = (
        AwardLevel.band, AwardLevel.name, AwardLevel.min_age, AwardLevel.max_age,
        AwardLevel.min_minutes, AwardLevel.rank, AwardLevel.id,
    )  # fmt: skip
    levels = [Level(*row) for row in db.execute(select(*columns))]
    return sorted(levels, key=lambda level: (_band_rank(level.band), level.min_minutes))


def _band_rank(band: str) -> int:
    return BANDS.index(band) if band in BANDS else len(BANDS)


def ensure_levels(db: Db) -> None:
    """Give a new school the usual levels; one that has any keeps its own."""
    if db.scalar(select(AwardLevel.id).limit(1)) is None:
        save_levels(db, DEFAULT_LEVELS)


def save_levels(db: Db, levels: Sequence[Level]) -> None:
    """Make these the school's levels; those not among them are deleted.

    Ranks follow from the minutes. Refuses with Invalid: a level without a name or of 0 minutes,
    ages the wrong way round, an unknown band, and two levels of a band alike in name or minutes.
    """
    ranked = _ranked([_checked(level) for level in levels])
    kept = {level.id: level for level in db.scalars(select(AwardLevel))}
    for level in ranked:
        row = kept.pop(level.id, None) if level.id is not None else None
        if row is None:
            row = AwardLevel()
            db.add(row)
        for name in ("band", "name", "min_age", "max_age", "min_minutes", "rank"):
            setattr(row, name, getattr(level, name))
    for gone in kept.values():
        db.delete(gone)


def _checked(level: Level) -> Level:
    name = short_line(level.name, "name")
    if not name:
        raise Invalid("name", _("Give each level a name."))
    if level.band not in BANDS:
        raise Invalid("band", _("“{word}” is not an age group.").format(word=level.band))
    if level.min_minutes <= 0:
        raise Invalid("min_minutes", _("{level} needs more than 0 hours.").format(level=name))
    youngest, oldest = level.min_age, level.max_age
    if youngest is not None and oldest is not None and youngest > oldest:
        raise Invalid("max_age", _("The ages of {level} run backwards.").format(level=name))
    return replace(level, name=name)


def _ranked(levels: list[Level]) -> list[Level]:
    ranked: list[Level] = []
    for band in BANDS:
        own = sorted((one for one in levels if one.band == band), key=lambda one: one.min_minutes)
        for lower, higher in pairwise(own):
            if lower.min_minutes == higher.min_minutes:
                text = _("{one} and {other} need the same hours; one of them could never be given.")
                one, other = level_title(lower.name), level_title(higher.name)
                raise Invalid("min_minutes", text.format(one=one, other=other))
        if len({fold(level.name) for level in own}) < len(own):
            text = _("Two levels of {band} have the same name.")
            raise Invalid("name", text.format(band=band_title(band)))
        ranked += [replace(level, rank=rank) for rank, level in enumerate(own, start=1)]
    return ranked


def level_for(
    minutes: int, age: int | None, levels: Sequence[Level], *, family: bool = False
) -> str:
    """The name of the highest level reached, '' for none; without an age, as for an adult."""
    years = _GROWN_UP if age is None else age
    reached = [
        level
        for level in levels
        if (level.band == "family") == family
        and level.min_minutes <= minutes
        and (family or _of_age(level, years))
    ]
    return max(reached, key=lambda level: level.min_minutes).name if reached else ""


def _of_age(level: Level, years: int) -> bool:
    youngest, oldest = level.min_age, level.max_age
    return (youngest is None or youngest <= years) and (oldest is None or years <= oldest)
