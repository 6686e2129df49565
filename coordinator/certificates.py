# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""From who earned thanks to the pages that say so: the values and the look of a batch."""

from collections.abc import Iterable
from datetime import date

from coordinator.documents.certificate import Certificate, Look, get_design, period_words
from coordinator.logo import logo_bytes
from coordinator.recognition import EarnedRow, RecognitionRow, Rule
from coordinator.recognition.rules import span_of, usual_reason
from coordinator.settings import SAMPLE, Settings
from coordinator.store import Db


def look_of(settings: Settings, design: str | None = None, paper: str | None = None) -> Look:
    """How certificates of this school look, with its logo and signatures.

    `design` and `paper` stand in for the settings'. Raises Problem for an unknown design.
    """
    return Look(
        design=get_design(design or settings.certificate_design),
        paper="a4" if (paper or settings.paper) == "a4" else "letter",
        palette="black" if settings.certificate_black_only else "colour",
        school=settings.school_name,
        logo_png=logo_bytes(settings.logo_png_base64) or None,
        signatures=tuple((one.name, one.title) for one in settings.signatures),
        mark=SAMPLE if settings.sample else "",
    )


def drafts(
    db: Db, rule: Rule, rows: Iterable[EarnedRow], language: str, day: date, reason: str = ""
) -> list[Certificate]:
    """What would be printed for some rows if it were issued on `day`; without numbers.

    Language 'auto' is each one's own.
    """
    starts, ends = span_of(db, rule)
    reason = reason or usual_reason(db, rule)
    return [
        Certificate(
            name=row.name,
            language=(spoken := row.language if language == "auto" else language),
            hours_minutes=row.minutes or None,
            period=period_words(starts, ends, spoken),
            reason=reason,
            issued=day,
        )
        for row in rows
    ]


def issued(rows: Iterable[RecognitionRow]) -> list[Certificate]:
    """Issued certificates as they are printed, today and in ten years: the figures of then."""
    return [
        Certificate(
            name=row.name,
            language=row.language,
            hours_minutes=row.minutes or None,
            period=period_words(row.starts, row.ends, row.language),
            reason=row.reason,
            issued=row.issued,
            number=row.number,
            code=f"{row.code[:4]}-{row.code[4:]}",
        )
        for row in rows
    ]
