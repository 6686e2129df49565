# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The words of a certificate: place-holders filled in the person's language."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from coordinator.documents.certificate.design import Block, words
from coordinator.documents.certificate.values import Certificate
from coordinator.i18n import format_date, format_hours, locale_of

if TYPE_CHECKING:
    from babel.plural import PluralRule

_PLACE = re.compile(r"\{(\w+)\}")


def values_of(certificate: Certificate, school: str, lang: str) -> dict[str, str]:
    """Each place-holder with its words; empty where the certificate has no such value."""
    return {
        "name": certificate.name,
        "hours": hours_words(certificate.hours_minutes, lang),
        "period": certificate.period,
        "reason": certificate.reason,
        "school": school,
        "date": date_words(certificate.issued, lang),
        "number": number_words(certificate.number, certificate.code, lang),
    }


def block_text(block: Block, values: Mapping[str, str], lang: str) -> str:
    """What a block says: its first text whose place-holders all have words; else nothing."""
    if not all(values[name] for name in block.when) or any(values[name] for name in block.unless):
        return ""
    for text in block.texts.get(lang, ()):
        pieces = _pieces(text)
        if all(values[name] for name in pieces[1::2]):
            # The values go in between, so that braces in a value stay braces.
            filled = [values[piece] if odd % 2 else piece for odd, piece in enumerate(pieces)]
            return "".join(filled)
    return ""


@lru_cache(maxsize=256)
def _pieces(text: str) -> list[str]:
    """The words around place-holders and the place-holders' names, in turn."""
    return _PLACE.split(text)


def placeholders(block: Block) -> set[str]:
    """The place-holders in any text of a block, in any language."""
    return {name for said in block.texts.values() for text in said for name in _pieces(text)[1::2]}


def is_fixed(block: Block) -> bool:
    """Whether a block says the same on every certificate of one language."""
    said = placeholders(block) - {"school"}
    return block.kind == "text" and not (said or block.when or block.unless)


@lru_cache(maxsize=4096)
def hours_words(minutes: int | None, lang: str) -> str:
    """'1 hour', '62.5 hours'; '1 hora', '2 horas'; nothing for None and 0."""
    if not minutes:
        return ""
    forms = words()[lang]["hours"]
    hours = (Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
    form = _plural(lang)(hours.normalize() if hours % 1 else int(hours))
    # Below a thousand only the decimal sign differs between languages; asking each time is slow.
    shown = f"{hours.normalize():f}".replace(".", _decimal_sign(lang))
    shown = shown if hours < 1000 else format_hours(minutes, lang=lang)
    return str(forms.get(form, forms["other"])).replace("{n}", shown)


@lru_cache(maxsize=32)
def _decimal_sign(lang: str) -> str:
    return format_hours(30, lang=lang)[1:-1]


@lru_cache(maxsize=32)
def _plural(lang: str) -> "PluralRule":
    """The rule of CLDR that picks one of a language's forms for a number."""
    from babel import Locale

    return Locale.parse(locale_of(lang)).plural_form


@lru_cache(maxsize=1024)
def date_words(day: date | None, lang: str) -> str:
    """'June 5, 2026'; '5 de junio de 2026'; nothing for None."""
    return "" if day is None else format_date(day, words()[lang]["date"], lang)


def number_words(number: str, code: str, lang: str) -> str:
    """'No. 2026-0147 · 7K4Q-M2XD', or the part of it there is."""
    shown = str(words()[lang]["number"]).replace("{number}", number) if number else ""
    return " · ".join(part for part in (shown, code) if part)


def period_words(starts: date, ends: date, lang: str = "en") -> str:
    """A period as a certificate says it: 'School year 2025–2026', 'September 2025 to May 2026'.

    Nine to twelve months over one New Year are a school year. Languages without words of their
    own get English ones, like the certificate itself.
    """
    said = words().get(lang, words()["en"])
    spoken = lang if lang in words() else "en"
    months = (ends.year - starts.year) * 12 + ends.month - starts.month + 1
    if ends.year == starts.year + 1 and months in range(9, 13):
        years = f"{starts.year}–{ends.year}"
        return str(said["school_year"]).replace("{years}", years)
    first, last = (format_date(day, said["month"], spoken) for day in (starts, ends))
    text = str(said["months"]).replace("{first}", first).replace("{last}", last)
    return first if first == last else text
