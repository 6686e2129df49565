# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What the page has chosen, and the certificates that come of it, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from coordinator.errors import Problem
from coordinator.recognition import EarnedRow, Rule, who_earned
from coordinator.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coordinator.documents.certificate import Certificate, Look
    from coordinator.recognition import RecognitionRow
    from coordinator.store import Db
    from coordinator.terms import Period
    from ui.printing import Progress

# The modules that draw take 100 ms to load: functions here load them when they are first wanted.

Key = tuple[int | None, int | None]


def key_of(row: EarnedRow) -> Key:
    """Who a row is about: (person id, family id)."""
    return row.person_id, row.family_id


@dataclass(frozen=True)
class Choice:
    """Everything that the rule pane and the words below the page decide.

    `kind` is hours, event or chosen; `household` adds the hours of a family together.
    """

    period: Period
    kind: str = "hours"
    minutes: int = 1200
    event_id: int | None = None
    person_ids: tuple[int, ...] = ()
    only_new: bool = True
    household: bool = False
    design: str = "classic"
    language: str = "auto"
    paper: str = "letter"
    black_only: bool = False
    reason: str = ""

    def rule(self) -> Rule:
        """The choice as the domain asks it."""
        kind = "family_hours" if self.kind == "hours" and self.household else self.kind
        return Rule(kind, self.period, self.minutes, self.only_new, self.event_id, self.person_ids)

    def asks_nobody(self) -> bool:
        """Whether the event, or the people, are still to be chosen."""
        if self.kind == "event":
            return self.event_id is None
        return self.kind == "chosen" and not self.person_ids

    def remembered(self, settings: Settings) -> Settings:
        """The settings with what is kept from one batch to the next."""
        return replace(
            settings,
            certificate_minutes=self.minutes,
            certificate_design=self.design,
            certificate_language=self.language,
            certificate_black_only=self.black_only,
            paper=self.paper,
        )

    def with_settings(self, settings: Settings) -> Choice:
        """The choice with what the settings say."""
        return replace(
            self,
            minutes=settings.certificate_minutes,
            design=settings.certificate_design,
            language=settings.certificate_language,
            black_only=settings.certificate_black_only,
            paper="a4" if settings.paper == "a4" else "letter",
        )


@dataclass(frozen=True)
class Trouble:
    """Something to know about one certificate; `stops` it from being printed."""

    sentence: str
    stops: bool
    kind: str


@dataclass(frozen=True)
class Batch:
    """People and their certificates in one order; `troubles` by person.

    `common` are sentences about the school's name and the signatures: they stop all of it.
    """

    rule: Rule
    rows: tuple[EarnedRow, ...]
    drafts: tuple[Certificate, ...]
    look: Look
    troubles: dict[Key, Trouble]
    common: tuple[str, ...]

    def draft(self, key: Key) -> Certificate | None:
        """The certificate of one person, without a number."""
        pairs = zip(self.rows, self.drafts, strict=True)
        return next((draft for row, draft in pairs if key_of(row) == key), None)

    def sample(self) -> Certificate:
        """A certificate to show designs by: the first that can be printed, or a made-up one."""
        from coordinator.documents.certificate import Certificate

        pairs = zip(self.rows, self.drafts, strict=True)
        made_up = Certificate("Ana Lucía Peña Ruiz", hours_minutes=1200)
        return next((draft for row, draft in pairs if not self.stopped(row)), made_up)

    def stopped(self, row: EarnedRow) -> bool:
        """Whether the certificate of a row cannot be printed yet."""
        trouble = self.troubles.get(key_of(row))
        return bool(self.common) or (trouble is not None and trouble.stops)


def look_for(settings: Settings, choice: Choice) -> Look:
    """How certificates look by a choice; a design that is gone gives way to the first."""
    from coordinator.certificates import look_of
    from coordinator.documents.certificate import list_designs

    known = {design.key for design in list_designs()}
    design = choice.design if choice.design in known else next(iter(known))
    return look_of(
        replace(settings, certificate_black_only=choice.black_only), design, choice.paper
    )


def make_batch(db: Db, choice: Choice, today: date, before: Batch | None = None) -> Batch:
    """Who gets a certificate by a choice, by name; what each would say today.

    `before` is a batch over the same rows of the file: what a choice leaves as it was, such as
    the people when only the design is another, is taken from there.
    """
    from coordinator.certificates import drafts

    look, rule = look_for(load_settings(db), choice), choice.rule()
    if before is not None and before.rule == rule:
        rows = before.rows
    else:
        rows = () if choice.asks_nobody() else tuple(who_earned(db, rule))
    made = tuple(drafts(db, rule, rows, choice.language, today, choice.reason) if rows else ())
    if before is not None and before.drafts == made and _fits_alike(before.look, look):
        return replace(before, look=look)
    troubles, common = check(rows, made, look)
    return Batch(rule, rows, made, look, troubles, common)


def _fits_alike(one: Look, other: Look) -> bool:
    """Whether two looks differ in their ink at most."""
    return replace(one, palette=other.palette) == other


def check(
    rows: Sequence[EarnedRow], drafts: Sequence[Certificate], look: Look
) -> tuple[dict[Key, Trouble], tuple[str, ...]]:
    """What is to be known of each certificate, and of all of them."""
    from coordinator.documents.certificate import check_names

    common = check_names([], look)
    troubles: dict[Key, Trouble] = {}
    for row, draft in zip(rows, drafts, strict=True):
        found = check_names([draft], look)[len(common) :]
        if found:
            # The worst comes first: what stops a certificate matters more than how it looks.
            worst = min(found, key=lambda one: one.kind != "undrawable")
            stops = worst.kind == "undrawable"
            troubles[key_of(row)] = Trouble(worst.sentence, stops, worst.kind)
    return troubles, tuple(one.sentence for one in common)


def draw_one(certificate: Certificate, look: Look) -> bytes | None:
    """The page of one certificate; None where it cannot be drawn yet."""
    from coordinator.documents.certificate import draw_page

    try:
        return draw_page(certificate, look)
    except Problem:
        # Said beside the page, by name and with the cure: see `check`.
        return None


def draw_issued(
    rows: Sequence[RecognitionRow], settings: Settings, paper: str, progress: Progress
) -> bytes:
    """Issued certificates in their order as one PDF, each in the design it was issued in."""
    from io import BytesIO

    from coordinator.certificates import issued
    from coordinator.documents.certificate import draw_certificates

    parts: list[bytes] = []
    done = 0
    for design, part in _runs(rows):
        look = look_for(settings, _choice_of(settings, design, paper))
        out = BytesIO()
        before = done

        def tell(count: int, _of: int, before: int = before) -> None:
            progress(before + count, len(rows))

        draw_certificates(issued(part), look, out, tell)
        done += len(part)
        parts.append(out.getvalue())
    return parts[0] if len(parts) == 1 else _joined(parts)


def draw_again(row: RecognitionRow, settings: Settings, paper: str) -> bytes | None:
    """The page of one issued certificate, as it would be printed again."""
    try:
        return draw_issued([row], settings, paper, lambda _done, _total: None)
    except Problem:
        return None


def _choice_of(settings: Settings, design: str, paper: str) -> Choice:
    from coordinator.terms import Period

    never = Period(date.min, date.max, "")
    black = settings.certificate_black_only
    return Choice(never, design=design, paper=paper, black_only=black)


def _runs(rows: Sequence[RecognitionRow]) -> list[tuple[str, list[RecognitionRow]]]:
    """Neighbours of one design together: a file has one design."""
    runs: list[tuple[str, list[RecognitionRow]]] = []
    for row in rows:
        if not runs or runs[-1][0] != row.design:
            runs.append((row.design, []))
        runs[-1][1].append(row)
    return runs


def _joined(parts: Sequence[bytes]) -> bytes:
    from ui.printing import join_pdfs

    return join_pdfs(parts)
