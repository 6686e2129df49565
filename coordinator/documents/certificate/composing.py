# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Which blocks a certificate shows, fitted and placed on its sheet."""

from dataclasses import dataclass, field

from coordinator.documents.certificate.design import Block
from coordinator.documents.certificate.fitting import Fitted, fit_name, fit_text
from coordinator.documents.certificate.placing import place
from coordinator.documents.certificate.values import Certificate, Look
from coordinator.documents.certificate.wording import (
    block_text,
    hours_words,
    placeholders,
    values_of,
)

Step = tuple[float, float, float]

# A column that is too long gives way in these steps only: how large a name of two lines may be
# (of the largest size), how wide its paragraphs are and how large (of the design's).
_STEPS = (
    (0.85, 1.0, 1.0),
    (0.85, 1.13, 1.0),
    (0.76, 1.13, 1.0),
    (0.7, 1.13, 0.94),
    (0.7, 1.13, 0.88),
    (0.7, 1.13, 0.82),
    (0.7, 1.13, 0.76),
    (0.7, 1.13, 0.7),
)
# A name smaller than its largest size needs less room above, by this part of the difference.
_ASCENT = 0.7
_STEP = 3.0  # rooms go by steps, so that certificates share layouts and what is drawn for them
_CLEAR = 6.5  # pt between the baseline above a name and the name's highest ink
_NO_SIGNATURES = 0.6  # of the room for them goes to the column when nobody signs

# What differs between the certificates of one plan.
_OWN = frozenset({"name", "hours", "number"})


@dataclass(frozen=True)
class Arranged:
    """A column in its place: what all certificates of the plan share, and rooms for their own.

    Each entry: place in the design, lines (None for an ornament), baseline of the first line.
    `overrun` is what the column lacks in pt, 0 when all is well.
    """

    shared: tuple[tuple[int, Fitted | None, float], ...]
    own: tuple[float, ...]
    overrun: float


@dataclass
class Plan:
    """What certificates that differ in name, number and hours have in common."""

    key: tuple[object, ...]
    lang: str
    values: dict[str, str]
    shown: list[tuple[int, str]]  # place in the design and words; no words for its own blocks
    own: list[tuple[int, Block]]
    arranged: dict[tuple[object, ...], Arranged] = field(default_factory=dict)


class Composer:
    """Finds the columns of one look, and remembers what certificates share."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._blocks = look.design.blocks
        self._is_own = [bool(placeholders(block) & _OWN) for block in self._blocks]
        self._plans: dict[tuple[object, ...], Plan] = {}

    def compose(self, certificate: Certificate) -> tuple[Plan, Arranged, list[Fitted]]:
        """Plan, places and own lines of a certificate, at the largest step that fits its sheet."""
        plan = self.plan(certificate)
        values = plan.values
        values["name"] = certificate.name
        values["hours"] = hours_words(certificate.hours_minutes, plan.lang)
        texts = [block_text(block, values, plan.lang) for _index, block in plan.own]
        for nth, step in enumerate(_STEPS):
            own = [
                _fitted(block, text, step)
                for (_index, block), text in zip(plan.own, texts, strict=True)
            ]
            rooms = [
                (lines.depth, _drop(block, lines), _least(lines))
                for (_index, block), lines in zip(plan.own, own, strict=True)
            ]
            key = (nth, *rooms)
            if key not in plan.arranged:
                plan.arranged[key] = self._arrange(plan, step, rooms)
            arranged = plan.arranged[key]
            if not arranged.overrun:
                break
        return plan, arranged, own

    def plan(self, certificate: Certificate) -> Plan:
        """What a certificate shows apart from its own words."""
        key = (
            certificate.language,
            certificate.period,
            certificate.reason,
            certificate.issued,
            bool(certificate.hours_minutes),
            bool(certificate.name),
        )
        plan = self._plans.get(key)
        if plan is None:
            plan = self._plans[key] = self._plan(certificate, key)
        return plan

    def _plan(self, certificate: Certificate, key: tuple[object, ...]) -> Plan:
        lang = self.look.design.spoken(certificate.language)
        values = values_of(certificate, self.look.school, lang)
        shown: list[tuple[int, str]] = []
        own: list[tuple[int, Block]] = []
        for index, block in enumerate(self._blocks):
            text = block_text(block, values, lang)
            if block.kind == "ornament" and all(values[name] for name in block.when):
                shown.append((index, ""))
            elif text and self._is_own[index]:
                shown.append((index, ""))
                own.append((index, block))
            elif text:
                shown.append((index, text))
        return Plan(key, lang, values, shown, own)

    def _arrange(self, plan: Plan, step: Step, rooms: list[tuple[float, float, float]]) -> Arranged:
        """The places of all blocks, given depth, drop and least drop of the plan's own ones."""
        own = dict(zip((index for index, _block in plan.own), rooms, strict=True))
        lines: dict[int, Fitted | None] = {}
        for index, text in plan.shown:
            if index not in own:
                lines[index] = _fitted(self._blocks[index], text, step) if text else None
                fitted = lines[index]
                own[index] = (fitted.depth if fitted else 0.0, self._blocks[index].drop, 0.0)
        indexes = [index for index, _text in plan.shown]
        baselines, overrun = place(
            tuple(own[index][1] for index in indexes),
            tuple(own[index][0] for index in indexes),
            tuple(self._blocks[index].stretch for index in indexes),
            tuple(own[index][2] for index in indexes),
            _span(self.look),
        )
        at = dict(zip(indexes, baselines, strict=True))
        shared = tuple((index, fitted, at[index]) for index, fitted in lines.items())
        return Arranged(shared, tuple(at[index] for index, _block in plan.own), overrun)


def _span(look: Look) -> tuple[float, float]:
    """The first baseline of the column and its lowest."""
    sheet = look.design.sheets[look.paper]
    bottom = sheet.bottom
    if not look.signatures:
        bottom -= _NO_SIGNATURES * (sheet.signatures - sheet.foot)
    return (sheet.top_with_logo if look.logo_png else sheet.top), bottom


def _drop(block: Block, lines: Fitted) -> float:
    if block.kind != "name":
        return block.drop
    return block.drop - _stepped(_ASCENT * (block.size - lines.size))


def _least(lines: Fitted) -> float:
    """The room above a block that is never undercut: so that no ink of a name touches a line."""
    return _stepped(lines.above + _CLEAR) + _STEP if lines.above else 0.0


def _stepped(room: float) -> float:
    return room // _STEP * _STEP


def _fitted(block: Block, text: str, step: Step) -> Fitted:
    """The lines of a block at one step of giving way."""
    assert block.style is not None, "ornaments have no lines"
    second_line, measure, scale = step
    if block.kind == "name":
        sizes = (block.size, block.floor, second_line * block.size)
        return fit_name(text, block.style, sizes, block.measure)
    if not block.shrinks:
        scale = measure = 1.0
    text_sizes = (block.size * scale, block.floor * scale)
    return fit_text(text, block.style, text_sizes, block.leading * scale, block.measure * measure)
