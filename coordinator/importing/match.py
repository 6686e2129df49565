# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Who in the file is who in the store: by id, by name with a proof, else only a doubt."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz.fuzz import token_sort_ratio

from coordinator.i18n import _
from coordinator.importing.known import Known, KnownPerson
from coordinator.importing.plan import REJECTED, Doubt, Progress
from coordinator.importing.roster import Roster, Someone
from coordinator.importing.roster.gather import same_name_enough

_NEAR = 88  # of 100: one typo in a name of usual length
_NEAR_WITH_PROOF = 75  # beside the same birth date, e-mail or phone
_BLOCK_LIMIT = 400  # a beginning shared by more people than this says nothing
_STEP = 200


class Matcher:
    """Finds each person of a file in the store, students first, guardians with their help.

    `same` are the user's own answers to doubts: key -> person id.
    """

    def __init__(self, known: Known, roster: Roster, same: Mapping[str, int]) -> None:
        self._known, self._roster, self._same = known, roster, same
        self._taken: set[int] = set()
        self._blocks: dict[str, list[int]] | None = None
        self._guardians_of: dict[int, list[Someone]] = defaultdict(list)
        self._students_of: dict[int, list[Someone]] = defaultdict(list)
        for link in roster.links.values():
            self._guardians_of[id(link.student)].append(link.guardian)
            self._students_of[id(link.guardian)].append(link.student)

    def run(self, progress: Progress | None = None) -> None:
        """Fill in `person_id` of everybody found, and the doubts of the rows."""
        if not self._known.people:
            return
        students = [one for one in self._roster.students if one.person_id is None]
        total = len(students) + len(self._roster.guardians)
        for done, student in enumerate(students):
            if progress and done % _STEP == 0:
                progress(done, total)
            self._take(student, self._student(student))
        for done, guardian in enumerate(self._roster.guardians, len(students)):
            if progress and done % _STEP == 0:
                progress(done, total)
            self._take(guardian, self._guardian(guardian))

    def _take(self, someone: Someone, person_id: int | None) -> None:
        if person_id is not None and person_id not in self._taken:
            someone.person_id = person_id
            self._taken.add(person_id)
        elif someone.row.outcome != REJECTED:
            self._doubt(someone)

    def _student(self, student: Someone) -> int | None:
        known = self._known
        if self._key(student) in self._same:
            return self._same[self._key(student)]
        found = next((known.by_id[id_] for id_ in student.ids if id_ in known.by_id), None)
        if found is None and student.number:
            found = known.by_number.get(student.number)
        if found is not None:
            return found if self._plausible(student, known.people[found]) else None
        alike = [
            person
            for person in (known.people[id_] for id_ in known.by_name.get(student.fold, ()))
            if person.id not in self._taken and not self._contradicts(student, person)
        ]
        proven = [person for person in alike if self._proven(student, person)]
        proven = proven or [person for person in alike if self._nothing_new(student, person)]
        # Somebody here twice already is not made a third time: the first one is taken.
        return min((person.id for person in proven), default=None)

    def _plausible(self, student: Someone, person: KnownPerson) -> bool:
        """Whether an id that both have is one person's. A number given out again is refused."""
        if student.birth_date and student.birth_date == person.birth_date:
            return True
        if same_name_enough(student.fold, person.fold):
            return True
        student.row.outcome = REJECTED
        student.row.reason = _("the number belongs to {name} here, who has another name").format(
            name=person.name
        )
        return False

    def _contradicts(self, student: Someone, person: KnownPerson) -> bool:
        if student.birth_date and person.birth_date and student.birth_date != person.birth_date:
            return True
        if student.number and person.numbers and student.number not in person.numbers:
            zeros = {number.lstrip("0") for number in person.numbers}
            return student.number.lstrip("0") not in zeros
        return False

    def _proven(self, student: Someone, person: KnownPerson) -> bool:
        if student.birth_date and student.birth_date == person.birth_date:
            return True
        if not student.emails.keys().isdisjoint(person.emails):
            return True
        if not student.phones.keys().isdisjoint(person.phones):
            return True
        here = person.enrollment
        if student.number and person.numbers:  # equal but for zeros in front
            told = _("The number {number} was {old} before; a spreadsheet may have cut its zeros")
            old = here.number if here and here.number else min(person.numbers)
            if student.number not in person.numbers:
                self._roster.notes.add(told.format(number=student.number, old=old), student.row.row)
            return True
        guardians = {one.fold for one in self._guardians_of[id(student)]}
        if guardians and not guardians.isdisjoint(self._guardian_names(person)):
            return True
        return bool(here and here.homeroom and student.homeroom == here.homeroom)

    def _guardian_names(self, person: KnownPerson) -> set[str]:
        people, families = self._known.people, self._known.family_people
        return {
            people[id_].fold
            for family_id in person.members
            for id_ in families[family_id]
            if id_ != person.id
        }

    def _nothing_new(self, student: Someone, person: KnownPerson) -> bool:
        """Whether all that the file says of a student is in the store already."""
        here = person.enrollment
        if not person.student or here is None or self._guardians_of[id(student)]:
            return False
        return (
            student.grade in {"", here.grade}
            and student.homeroom in {"", here.homeroom}
            and student.number in {"", here.number}
            and student.birth_date in {None, person.birth_date}
            and student.emails.keys() <= person.emails.keys()
            and student.phones.keys() <= person.phones.keys()
        )

    def _guardian(self, guardian: Someone) -> int | None:
        known = self._known
        if self._key(guardian) in self._same:
            return self._same[self._key(guardian)]
        for id_ in guardian.ids:
            if id_ in known.by_id:
                person = known.people[known.by_id[id_]]
                return person.id if same_name_enough(guardian.fold, person.fold) else None
        alike = [
            person
            for person in (known.people[id_] for id_ in known.by_name.get(guardian.fold, ()))
            if person.id not in self._taken
        ]
        families = {
            family_id
            for student in self._students_of[id(guardian)]
            if student.person_id is not None
            for family_id in known.people[student.person_id].members
        }
        proofs: tuple[Callable[[KnownPerson], bool], ...] = (
            lambda one: not guardian.emails.keys().isdisjoint(one.emails),
            lambda one: not guardian.phones.keys().isdisjoint(one.phones),
            lambda one: not families.isdisjoint(one.members),
            lambda one: self._same_guardian(guardian, one),
        )
        for proof in proofs:
            found = [person for person in alike if proof(person)]
            if found:
                return min(person.id for person in found)
        return None

    def _same_guardian(self, guardian: Someone, person: KnownPerson) -> bool:
        """A list of guardians alone, read again: nothing in it that the store does not have."""
        return (
            not self._students_of[id(guardian)]
            and guardian.emails.keys() <= person.emails.keys()
            and guardian.phones.keys() <= person.phones.keys()
        )

    def _key(self, someone: Someone) -> str:
        return f"{someone.role}:{someone.row.file}:{someone.row.row}:{someone.fold}"

    def _doubt(self, someone: Someone) -> None:
        person, reason = self._nearest(someone)
        if person is not None:
            someone.row.doubts.append(
                Doubt(
                    key=self._key(someone),
                    row=someone.row.row,
                    name=someone.name,
                    person_id=person.id,
                    person_name=person.name,
                    reason=reason,
                )
            )

    def _nearest(self, someone: Someone) -> tuple[KnownPerson | None, str]:
        """Somebody of the store with nearly this name, the likeliest one, and why."""
        known = self._known
        best: tuple[float, KnownPerson | None, str] = (0.0, None, "")
        for id_ in self._candidates(someone):
            person = known.people[id_]
            if id_ in self._taken or (person.student != (someone.role == "student")):
                continue
            proof = self._shared(someone, person)
            if not proof and someone.role == "student" and self._contradicts(someone, person):
                continue
            score = token_sort_ratio(someone.fold, person.fold)
            if score < (_NEAR_WITH_PROOF if proof else _NEAR):
                continue
            reason = proof or (_("the same name") if score == 100 else _("nearly the same name"))
            if score + 20 * bool(proof) > best[0]:
                best = (score + 20 * bool(proof), person, reason)
        return best[1], best[2]

    def _shared(self, someone: Someone, person: KnownPerson) -> str:
        if someone.birth_date and someone.birth_date == person.birth_date:
            return _("a similar name and the same birth date")
        if not someone.emails.keys().isdisjoint(person.emails):
            return _("a similar name and the same e-mail")
        if not someone.phones.keys().isdisjoint(person.phones):
            return _("a similar name and the same phone")
        return ""

    def _candidates(self, someone: Someone) -> Iterable[int]:
        found = dict.fromkeys(self._known.by_name.get(someone.fold, ()))
        for address in someone.emails:
            found.update(dict.fromkeys(self._known.by_email.get(address, ())))
        for number in someone.phones:
            found.update(dict.fromkeys(self._known.by_phone.get(number, ())))
        if self._blocks is None:
            self._blocks = _make_blocks(self._known)
        shared: dict[int, int] = defaultdict(int)
        for block in _blocks_of(someone.fold):
            people = self._blocks.get(block, ())
            if len(people) <= _BLOCK_LIMIT:
                for id_ in people:
                    shared[id_] += 1
        found.update(dict.fromkeys(id_ for id_, count in shared.items() if count >= 2))
        return found


def _blocks_of(folded: str) -> set[str]:
    """First and last three letters of each word: a typo leaves most of them as they were."""
    words = [word for word in folded.split() if len(word) > 1]
    return {f"{word[:3]}-" for word in words} | {f"-{word[-3:]}" for word in words}


def _make_blocks(known: Known) -> dict[str, list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for person in known.people.values():
        for block in _blocks_of(person.fold):
            blocks[block].append(person.id)
    return blocks
