# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""One row of a list of families -> the student and the guardians in it."""

from unicodedata import is_normalized

from coordinator.errors import Invalid
from coordinator.families.checks import checked_note
from coordinator.i18n import _
from coordinator.importing import cells as read
from coordinator.importing.dates import birth_date
from coordinator.importing.formats import NAMED_SLOTS, SLOTS, key
from coordinator.importing.plan import Notes, RowOutcome
from coordinator.importing.recognise import RecognisedTable
from coordinator.importing.roster.columns import ADDRESS_PARTS, Columns, columns_of
from coordinator.importing.roster.people import Guardianship, Options, Parsed, Someone, Values
from coordinator.text import clean_line

_LANGUAGES = ("home_language", "reading_language")
_FAMILY_TEXTS = ("family_name", "channel", "best_time", "notes")
_FAMILY_FLAGS = {  # our field: (the store's column, what the file's yes makes of it)
    "interpreter": ("interpreter", True),
    "do_not_photograph": ("do_not_photograph", True),
    "do_not_list": ("do_not_list", True),
    "do_not_contact": ("do_not_contact", True),
    "photo_consent": ("do_not_photograph", False),
    "directory_consent": ("do_not_list", False),
}


class RowReader:
    """Reads the rows of one table; `place` is the column looked at when a cell was refused."""

    def __init__(self, table: RecognisedTable, options: Options, notes: Notes) -> None:
        self.table = table.table
        self.place = -1
        self._options, self._notes, self._system = options, notes, table.system
        student: dict[str, int] = {}
        family: dict[str, int] = {}
        slots: dict[str, dict[str, int]] = {slot: {} for slot in (*SLOTS, *NAMED_SLOTS)}
        for name, place in table.places.items():
            slot = next((slot for slot in slots if name.startswith(f"{slot}_")), "")
            if slot:
                slots[slot][name[len(slot) + 1 :]] = place
            elif name.startswith("student_"):
                student[name[8:]] = place
            else:
                family[name] = place
        self._student, self._family = columns_of(student), columns_of(family)
        self._slots = [
            (number, slot, columns_of(parts))
            for number, (slot, parts) in enumerate(slots.items(), 1)
            if parts
        ]
        self._clean = sorted(table.places.values())
        self._flagged = {name: family[name] for name in _FAMILY_FLAGS if name in family}
        self._said = {name: family[name] for name in _FAMILY_TEXTS if name in family}
        self._spoken = {name: family[name] for name in _LANGUAGES if name in family}

    @property
    def number_place(self) -> int:
        """The column that tells students apart, -1 without one."""
        found = (self._student.parts.get(part) for part in ("number", "key", "state_id"))
        return next((place for place in found if place is not None), -1)

    def read(self, cells: list[str], row: RowOutcome) -> Parsed:
        """The people in a row. Raises Invalid, `place` telling where, for a cell to refuse."""
        self.place = -1
        cells = self._cleaned(cells)
        family = self._family_values(cells, row)
        homes: dict[str, Values] = {}
        home = self._home(cells, self._family, homes, row) if self._family.has_home else ""
        student, numbers = self._read_student(cells, row)
        guardians = []
        for number, slot, columns in self._slots:
            guardian = self._read_guardian(cells, columns, row, family)
            if guardian is None:
                continue
            own = self._home(cells, columns, homes, row) if columns.has_home else ""
            guardian.home = own or home
            if student is None:
                guardian.family = dict(family)
            guardians.append((guardian, self._guardianship(cells, columns.parts, slot, number)))
        if student is not None:
            student.home, student.family = home, family
        elif not guardians:
            columns = self._student
            self.place = max(columns.last, columns.name)
            raise Invalid("name", _("there is no name in this row"))
        return Parsed(student, numbers, guardians, homes)

    def _cleaned(self, cells: list[str]) -> list[str]:
        """The cells as the store keeps text, and an empty one behind them for what is missing."""
        # One look at the whole row instead of one at each cell: nearly all rows are clean.
        whole = "|".join(cells)
        if (
            whole.isprintable()  # no control, zero-width or bidi character, no odd blank
            and "  " not in whole
            and " |" not in whole
            and "| " not in whole
            and whole[:1] != " "
            and whole[-1:] != " "
            and (whole.isascii() or is_normalized("NFC", whole))
        ):
            return [*cells, ""]
        cleaned = [*cells, ""]
        for place in self._clean:
            cleaned[place] = clean_line(cells[place])
        return cleaned

    def _name(self, cells: list[str], columns: Columns) -> tuple[str, str]:
        first, last = cells[columns.first], cells[columns.last]
        if first or last:
            self.place = columns.last
            middle, suffix = cells[columns.middle], cells[columns.suffix]
            name, sorts_as = read.full_name(first, middle, last, suffix)
        else:
            self.place = columns.name
            name, sorts_as = read.whole_name(cells[columns.name])
        if len(name) > 60:
            read.checked_length(name)
        return name, sorts_as

    def _read_student(self, cells: list[str], row: RowOutcome) -> tuple[Someone | None, list[str]]:
        columns, parts = self._student, self._student.parts
        name, sorts_as = self._name(cells, columns)
        number = cells[parts.get("number", -1)]
        if not name:
            self.place = self.number_place
            pieces = (piece.strip() for piece in number.split(","))
            return None, [read.checked_id(piece) for piece in pieces if piece]
        student = Someone(row, "student", name, sorts_as, read.fold_name(name))
        if number and not read.is_blank(number):
            self.place = parts["number"]
            student.number = read.checked_id(number)
        for part, system in (("key", self._system), ("state_id", "state")):
            text = cells[parts.get(part, -1)]
            if text and not read.is_blank(text):
                self.place = parts[part]
                student.ids.append((system, read.checked_id(text)))
        born = cells[parts.get("birth_date", -1)]
        if born and not read.is_blank(born):
            self.place = parts["birth_date"]
            options = self._options
            student.birth_date = birth_date(born, options.date_order, options.today, pupil=True)
        grade = cells[parts.get("grade", -1)]
        if grade:
            student.grade, known = read.grade_code(grade)
            if not known:
                told = _("The grade “{grade}” is not known and stays as it is")
                self._notes.add(told.format(grade=grade), row.row)
        homeroom = cells[parts.get("homeroom", -1)]
        if homeroom:
            self.place = parts["homeroom"]
            student.homeroom = read.checked_length(homeroom)
        self._reach(student, cells, columns)
        return student, []

    def _read_guardian(
        self, cells: list[str], columns: Columns, row: RowOutcome, family: Values
    ) -> Someone | None:
        name, sorts_as = self._name(cells, columns)
        if not (name[:1].isalpha() or any(map(str.isalpha, name))) or name.casefold() == "n/a":
            places = (*columns.emails, *(place for place, _label in columns.phones))
            if any(cells[place] for place in places):
                self._notes.add(_("A guardian without a name was left out"), row.row)
            return None
        guardian = Someone(row, "guardian", name, sorts_as, read.fold_name(name))
        text = cells[columns.key]
        if text and not read.is_blank(text):
            self.place = columns.key
            guardian.ids.append((f"{self._system} guardian", read.checked_id(text)))
        self._reach(guardian, cells, columns)
        if "interpreter" in columns.parts and read.yes_or_no(cells[columns.parts["interpreter"]]):
            family["interpreter"] = True
        if guardian.language:
            family.setdefault("home_language", guardian.language)
        if "reading" in columns.parts:
            reading = self._language(cells, columns.parts["reading"], row)
            if reading:
                family.setdefault("reading_language", reading)
        return guardian

    def _reach(self, someone: Someone, cells: list[str], columns: Columns) -> None:
        """Phones, e-mails, language and the name in use, of either."""
        for place in columns.emails:
            if cells[place]:
                self.place = place
                for address in read.emails_in(cells[place]):
                    someone.emails.setdefault(address.casefold(), address)
        for place, label in columns.phones:
            if cells[place]:
                self._phones(someone, cells[place], label)
        if cells[columns.language]:
            someone.language = self._language(cells, columns.language, someone.row)
        if cells[columns.called]:
            self.place = columns.called
            someone.called = read.checked_length(cells[columns.called])

    def _phones(self, someone: Someone, text: str, label: str) -> None:
        for one in read.phones_in(text):
            try:
                number = read.phone_in(one, self._options.region)
            except Invalid:
                told = _("“{number}” is no phone number and was left out").format(number=one)
                self._notes.add(told, someone.row.row)
                continue
            someone.phones.setdefault(read.tail(number), (number, label))

    def _language(self, cells: list[str], place: int, row: RowOutcome) -> str:
        text = cells[place]
        if read.is_blank(text):
            return ""
        code = read.language_code(text)
        if code is None:
            told = _("“{language}” is no language known here and was left out")
            self._notes.add(told.format(language=text), row.row)
        return code or ""

    def _guardianship(
        self, cells: list[str], parts: dict[str, int], slot: str, number: int
    ) -> Guardianship:
        relationship = read.relationship(cells[parts.get("relationship", -1)])
        if not relationship and slot in NAMED_SLOTS:
            relationship = slot.capitalize()
        found = Guardianship(relationship, number)
        order = cells[parts.get("order", -1)]
        if order.isascii() and order.isdigit() and 0 < int(order[:4]) < 1000:
            found.order = int(order)
        if "lives_with" in parts:
            found.lives_with = read.yes_or_no(cells[parts["lives_with"]]) is not False
        if "restricted" in parts:
            text = cells[parts["restricted"]]
            found.restricted = bool(read.yes_or_no(text)) or key(text) in {"r", "restricted"}
        return found

    def _family_values(self, cells: list[str], row: RowOutcome) -> Values:
        values: Values = {}
        for name, place in self._spoken.items():
            code = self._language(cells, place, row)
            if code:
                values[name] = code
        for name, place in self._said.items():
            text = cells[place]
            if text:
                self.place = place
                values[name] = checked_note(text) if name == "notes" else read.checked_length(text)
        if self._flagged:
            self._flags(cells, values)
        return values

    def _flags(self, cells: list[str], values: Values) -> None:
        """Wishes. A consent that is blank, "maybe" or anything but yes is no consent."""
        for name, place in self._flagged.items():
            column, yes_means = _FAMILY_FLAGS[name]
            text = cells[place]
            said = read.yes_or_no(text)
            if not yes_means:
                value: bool | None = said is not True
            elif name == "interpreter":
                value = said
            else:
                value = None if read.is_blank(text) and said is None else said is not False
            if value is not None:
                values[column] = bool(values.get(column)) or value

    def _home(
        self, cells: list[str], columns: Columns, homes: dict[str, Values], row: RowOutcome
    ) -> str:
        """The key of the household that some columns of a row name; its address goes in `homes`."""
        found: dict[str, str] = {}
        parts = columns.parts
        for part in ADDRESS_PARTS:
            if part in parts and cells[parts[part]]:
                self.place = parts[part]
                found[part] = read.checked_length(cells[self.place])
        if "address" in found:
            found = {**read.address_in(found.pop("address")), **found}
        second = found.pop("street_2", "")
        if second and found.get("street"):
            found["street"] = read.checked_length(f"{found['street']}, {second}")
        postal_code = found.get("postal_code", "")
        if len(postal_code) == 4 and postal_code.isdigit() and self._options.region == "US":
            found["postal_code"] = f"0{postal_code}"
            told = _("The ZIP code {old} has lost its first zero and was read as {new}")
            self._notes.add(told.format(old=postal_code, new=f"0{postal_code}"), row.row)
        id_ = cells[parts.get("household_id", -1)]
        if id_ and not read.is_blank(id_):
            self.place = parts["household_id"]
            home = f"id:{read.checked_id(id_)}"
        elif found.get("street"):
            home = f"{read.street_key(found['street'])} {found.get('postal_code', '')[:5]}"
        else:
            home = ""
        if found and home:
            homes[home] = dict(found)
        return home
