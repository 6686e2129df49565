# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A list of service hours, one row each, beside the store: whose they are, what is known."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, time

from sqlalchemy import select

from coordinator.errors import Invalid
from coordinator.hours import parse_minutes, parse_span
from coordinator.i18n import _
from coordinator.importing import cells as read
from coordinator.importing.dates import service_date
from coordinator.importing.known import Known, KnownPerson, load_known
from coordinator.importing.plan import (
    NEW,
    REJECTED,
    Plan,
    Progress,
    RowOutcome,
    Writes,
    unread_outcome,
)
from coordinator.importing.recognise import Recognised
from coordinator.importing.roster.people import Options
from coordinator.store import Db
from coordinator.store.models import Service
from coordinator.text import clean_line, fold

_STEP = 500
_Entry = tuple[int, date, int, str]  # person, day, minutes, folded activity


def check_hours(
    db: Db,
    recognised: Recognised,
    options: Options,
    stamp: int,
    progress: Progress | None = None,
) -> Plan:
    """The plan of the services to add. A row is refused unless exactly one person fits it.

    An entry that the store has already (person, day, minutes and activity) is unchanged; two
    such rows in one file are two services, so a file read again adds nothing.
    """
    known = load_known(db, None)
    here: Counter[_Entry] = Counter()
    query = select(Service.person_id, Service.date, Service.minutes, Service.activity)
    for person_id, day, minutes, activity in db.execute(query):
        here[person_id, day, minutes, fold(activity)] += 1
    rows: list[RowOutcome] = []
    writes = Writes()
    inserts = writes.inserts.setdefault("service", [])
    total = sum(len(table.table.rows) for table in recognised.tables)
    for table in recognised.tables:
        reader = _HoursReader(table.places, known, options)
        file = table.table.name
        outcomes = [unread_outcome(bad, file) for bad in table.table.unread]
        for number, cells in table.table.rows:
            row = RowOutcome(number, file)
            outcomes.append(row)
            if progress and len(outcomes) % _STEP == 0:
                progress(len(outcomes), total)
            try:
                person, day, starts, minutes, activity, note = reader.read(cells, row)
            except Invalid as bad:
                row.outcome, row.reason = REJECTED, str(bad)
                row.column = table.table.headings[reader.place] if reader.place >= 0 else ""
                continue
            entry = person.id, day, minutes, fold(activity)
            if here[entry]:
                here[entry] -= 1
                continue
            row.raise_to(NEW)
            inserts.append(
                (person.id, day, starts, minutes, activity, "import", "approved", note, "", 1)
            )
        rows += sorted(outcomes, key=lambda row: row.row)
    return Plan(
        recognised=recognised,
        rows=rows,
        warnings=list(recognised.warnings),
        summary={"services": len(inserts)},
        writes=writes,
        stamp=stamp,
    )


class _HoursReader:
    """Reads rows of services; `place` is the column looked at when a cell was refused."""

    def __init__(self, places: Mapping[str, int], known: Known, options: Options) -> None:
        self.place = -1
        self._places, self._known, self._options = places, known, options
        self._by_sorted: dict[str, list[int]] = defaultdict(list)
        for person in known.people.values():
            self._by_sorted[_sorted_words(person.fold)].append(person.id)

    def _text(self, cells: list[str], name: str) -> str:
        place = self._places.get(name)
        if place is None:
            return ""
        self.place = place
        return clean_line(cells[place])

    def read(
        self, cells: list[str], row: RowOutcome
    ) -> tuple[KnownPerson, date, time | None, int, str, str]:
        """Person, day, start, minutes, activity, note. Raises Invalid for a cell to refuse."""
        person = self._person(cells, row)
        day_text = self._text(cells, "date")
        if not day_text:
            raise Invalid("date", _("there is no date"))
        day = service_date(day_text, self._options.date_order, self._options.today)
        starts, minutes = self._minutes(cells)
        activity = read.checked_length(self._text(cells, "activity"))
        return person, day, starts, minutes, activity, self._text(cells, "note")

    def _minutes(self, cells: list[str]) -> tuple[time | None, int]:
        start, end = self._text(cells, "start"), self._text(cells, "end")
        starts: time | None = None
        span = parse_span(f"{_clock(start)}-{_clock(end)}") if start and end else None
        if span is not None:
            starts = span[0]
        minutes = self._text(cells, "minutes")
        if minutes:
            return starts, parse_minutes(
                f"{minutes.removesuffix('.0')}m" if minutes[-1:].isdigit() else minutes
            )
        hours = self._text(cells, "hours")
        if hours:
            return starts, parse_minutes(hours)
        if span is None:
            raise Invalid("minutes", _("there is no time of service"))
        return span

    def _person(self, cells: list[str], row: RowOutcome) -> KnownPerson:
        """The one person who fits. Refused: nobody, or more than one."""
        first, last = self._text(cells, "first"), self._text(cells, "last")
        name = read.full_name(first, "", last, "")[0]
        name = name or read.whole_name(self._text(cells, "name"))[0]
        row.name = name
        found = self._by_ids(cells)
        if found is None:
            if not name:
                raise Invalid("name", _("there is no name"))
            found = self._by_name(cells, name)
        if not found:
            raise Invalid(
                "name",
                _("nobody called {name} is here; add them first").format(
                    name=name or self._text(cells, "id")
                ),
            )
        if len(found) > 1:
            raise Invalid(
                "name",
                _("{count} people are called {name}; add their number or e-mail").format(
                    count=len(found), name=name
                ),
            )
        row.name = self._known.people[found[0]].name
        return self._known.people[found[0]]

    def _by_ids(self, cells: list[str]) -> list[int] | None:
        """People with the id of the row; None where the row has none."""
        id_ = self._text(cells, "id")
        if read.is_blank(id_):
            return None
        known = self._known
        found = {person for (_system, value), person in known.by_id.items() if value == id_}
        if id_ in known.by_number:
            found.add(known.by_number[id_])
        return sorted(found)

    def _by_name(self, cells: list[str], name: str) -> list[int]:
        known = self._known
        place = self._places.get("name", self._places.get("last", self.place))
        folded = fold(name)
        found = known.by_name.get(folded) or self._by_sorted.get(_sorted_words(folded), [])
        if len(found) > 1:
            reached: set[int] = set()
            for address in read.emails_in(self._text(cells, "email")):
                reached |= set(known.by_email.get(address.casefold(), ()))
            for text in read.phones_in(self._text(cells, "phone")):
                number = read.tail(read.phone_in(text, self._options.region))
                reached |= set(known.by_phone.get(number, ()))
            found = [one for one in found if one in reached] or found
        if len(found) > 1:
            grown = [one for one in found if not known.people[one].student]
            found = grown if len(grown) == 1 else found
        self.place = place
        return list(found)


def _sorted_words(folded: str) -> str:
    return " ".join(sorted(folded.replace(",", " ").split()))


def _clock(text: str) -> str:
    """A time of day without the date that some exports put before it."""
    return text.rpartition(" ")[2] if "-" in text or text.count("/") == 2 else text
