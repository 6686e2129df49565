# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The sample school: one invented elementary school, the same each time it is made."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import insert, select

from coordinator import terms
from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.recognition import ensure_levels
from coordinator.sample.evenings import add_events
from coordinator.sample.ledger import add_hours, add_volunteers
from coordinator.sample.people import add_people
from coordinator.sample.roster import write_roster
from coordinator.sample.world import Days, World, read_toml
from coordinator.settings import Settings, Signature, save_settings
from coordinator.store import Db
from coordinator.store.models import Base, Enrollment, Event, Family, Person, Term

__all__ = ["SAMPLE_TODAY", "make_sample", "sample_world", "write_sample_roster"]

SAMPLE_TODAY = date(2026, 11, 23)  # the day of the pictures and the tests
_SEED = 20261123


def make_sample(db: Db, seed: int = _SEED, today: date | None = None) -> None:
    """Fill an empty file with the sample school, inside the write that is open.

    The same seed and day give the same rows. `today` (None: SAMPLE_TODAY) decides what is over,
    what is this week, and which two school years there are. Refuses a file that has families,
    people or events in it.
    """
    for model in (Family, Person, Event):
        if db.scalar(select(model.id).limit(1)) is not None:
            raise Problem(
                _("The sample school needs an empty file; nothing was changed. Make a new one.")
            )
    world = sample_world(seed, today)
    save_settings(db, _settings(world))
    year_ids = [terms.ensure_year(db, world.days.year_title(place)) for place in (0, 1)]
    _ensure_semesters(db, world.days)
    ensure_levels(db)
    db.flush()  # the rows below name the years by id
    for row in world.rows[Enrollment]:
        row["term_id"] = year_ids[row["term_id"]]
    by_table = {model.__table__: model for model in world.rows}
    for table in Base.metadata.sorted_tables:  # parents before their children
        if table in by_table:
            db.execute(insert(by_table[table]), world.rows[by_table[table]])


def sample_world(seed: int = _SEED, today: date | None = None) -> World:
    """Every row of the sample school, in memory; an enrollment's term is 0 (last year) or 1."""
    world = World(Random(seed), Days(today or SAMPLE_TODAY), read_toml("school.toml"))  # noqa: S311
    add_people(world)
    over = add_events(world)
    add_hours(world, add_volunteers(world), over)
    return world


def write_sample_roster(path: Path, today: date | None = None) -> None:
    """Write "students-2026.csv" as another system exports it: 30 students we know, 12 new ones.

    Of those we know, 4 have a guardian with a new phone and 2 have moved; the others are as in
    the sample school. Raises Problem when the disk refuses.
    """
    write_roster(sample_world(today=today), path)


def _settings(world: World) -> Settings:
    school = world.school
    return Settings(
        school_name=school["name"],
        school_address=school["address"],
        principal=school["principal"],
        coordinator_name=school["coordinator"],
        signatures=(
            Signature(school["principal"], "Principal"),
            Signature(school["coordinator"], "Family Engagement Coordinator"),
        ),
        sample=True,
    )


def _ensure_semesters(db: Db, days: Days) -> None:
    """Two semesters a year: until mid-January, and from then on."""
    have = set(db.scalars(select(Term.name).where(Term.kind == "semester")))
    for place in (0, 1):
        fall = days.year_start(place)
        turn = date(fall + 1, 1, 18)
        for name, starts, ends in (
            (f"Fall {fall}", date(fall, 8, 17), turn - timedelta(1)),
            (f"Spring {fall + 1}", turn, date(fall + 1, 6, 15)),
        ):
            if name not in have:
                db.add(Term(kind="semester", name=name, starts=starts, ends=ends))
