# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Words, dates, numbers and hours in the reader's language."""

import gettext
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import resources

_active: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"

# English in the United States writes dates and hours; Spanish as Mexico and US schools write it.
_LOCALES = {
    "en": "en_US",
    "es": "es_MX",
    "hmn": "en_US",
    "zh-Hans": "zh_Hans",
    "zh-Hant": "zh_Hant",
}
_OWN_NAMES = {"hmn": "Hmoob", "so": "Soomaali", "ht": "Kreyòl ayisyen", "ilo": "Ilokano"}
_ENGLISH_NAMES = {"hmn": "Hmong", "tl": "Tagalog", "esu": "Yup'ik", "ilo": "Ilocano"}


@lru_cache
def translator(lang: str) -> gettext.NullTranslations:
    """The catalogue of one language; a language without one speaks English."""
    folder = resources.ROOT / "translations"
    return gettext.translation("coordinator", folder, [lang], fallback=True)


def available_languages() -> list[str]:
    """Codes of the languages the screen speaks, English first."""
    folder = resources.ROOT / "translations"
    found = sorted(path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/coordinator.mo"))
    return ["en", *found]


def use_language(lang: str) -> None:
    """Speak `lang` from now on, in words, dates and numbers."""
    global _active, _language
    _active, _language = translator(lang), lang


def language() -> str:
    """The code of the language spoken now."""
    return _language


def _(text: str) -> str:
    """`text` in the language spoken now."""
    return _active.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` as the language spoken now counts; fill `{count}` by `.format` after."""
    return _active.ngettext(one, many, count)


def locale_of(lang: str | None = None) -> str:
    """The locale that writes dates and numbers for a language code."""
    lang = lang or _language
    return _LOCALES.get(lang, lang.replace("-", "_"))


@lru_cache(maxsize=4096)
def _date(day: date, style: str, locale: str) -> str:
    from babel.dates import format_date as babel_date  # heavy, so imported on first use

    return babel_date(day, style, locale=_known(locale))


@lru_cache
def _known(locale: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        return "en_US"
    return locale


def format_date(day: date, style: str = "medium", lang: str | None = None) -> str:
    """A day as people write it: 'Nov 5, 2026'; `style` as in CLDR, or a CLDR pattern."""
    return _date(date(day.year, day.month, day.day), style, locale_of(lang))


def format_weekday_date(day: date, lang: str | None = None) -> str:
    """A day with its weekday: 'Thu, Nov 5, 2026'."""
    from babel.dates import get_date_format

    lang = lang or _language
    pattern = {"en": "EEE, MMM d, y", "es": "EEE d MMM y"}.get(lang)
    return format_date(day, pattern or str(get_date_format("full", _known(locale_of(lang)))), lang)


def format_time(moment: datetime, lang: str | None = None) -> str:
    """The time of day: '5:30 PM'."""
    from babel.dates import format_time as babel_time

    # CLDR puts a narrow no-break space before PM; plain paper and CSV readers stumble on it.
    return babel_time(moment.time(), "short", locale=_known(locale_of(lang))).replace("\u202f", " ")


def format_number(
    number: int | float | Decimal, places: int | None = None, lang: str | None = None
) -> str:
    """A number as the language writes it; `places` decimals, else as many as needed up to 2.

    Rounds half up: Python's own formatting prints 38 for 38.5.
    """
    from babel.numbers import format_decimal

    exact = Decimal(str(number))
    exact = exact.quantize(Decimal(1).scaleb(-(2 if places is None else places)), ROUND_HALF_UP)
    pattern = "#,##0.##" if places is None else "#,##0." + "0" * places if places else "#,##0"
    return format_decimal(exact, pattern, locale=_known(locale_of(lang)))


def format_hours(minutes: int, places: int | None = None, lang: str | None = None) -> str:
    """Minutes as decimal hours: 210 is '3.5' ('3,5' where the comma is the rule)."""
    return format_number(Decimal(minutes) / 60, places, lang)


def join_names(names: Sequence[str], lang: str | None = None) -> str:
    """'Ana, Bo and Cy' as the language joins them."""
    from babel.lists import format_list

    return format_list(list(names), locale=_known(locale_of(lang))) if names else ""


def language_name(code: str, lang: str | None = None, *, inside: bool = False) -> str:
    """The name of a language in the language spoken now, or in `lang`: 'es' is 'Spanish'.

    It begins with a capital, but `inside` a sentence only where the language writes it so.
    """
    from babel import Locale, UnknownLocaleError

    lang = lang or _language
    if lang == code and code in _OWN_NAMES:
        return _OWN_NAMES[code]
    if lang == "en" and code in _ENGLISH_NAMES:
        return _ENGLISH_NAMES[code]
    try:
        shown = Locale.parse(_known(locale_of(lang))).languages.get(code)
        shown = shown or Locale.parse(code.replace("-", "_")).get_display_name(locale_of(lang))
    except (UnknownLocaleError, ValueError):
        shown = _ENGLISH_NAMES.get(code)
    if not shown:
        return code
    capital = lang in {"es", "fr", "pt"} and not inside
    return shown[0].upper() + shown[1:] if capital else str(shown)
