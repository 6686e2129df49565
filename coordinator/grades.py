# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""School grades: the codes kept in the file (CEDS entry grades), their order and their words."""

from coordinator.i18n import _

ORDER = (
    "IT", "PR", "PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10",
    "11", "12", "13", "PS", "UG",
)  # fmt: skip
_RANK = {code: place for place, code in enumerate(ORDER)}
_NEXT = {"PR": "PK", "PK": "KG", "TK": "KG", "KG": "01"}


def grade_rank(code: str) -> int:
    """Where a grade sorts; unknown spellings come last."""
    return _RANK.get(code, len(ORDER))


def grade_label(code: str) -> str:
    """The short form for lists: 'K', 'PK', '3'; an unknown code as it is."""
    if code == "KG":
        return "K"
    return code.lstrip("0") if code.isdigit() else code


def grade_words(code: str) -> str:
    """The long form for forms: 'Kindergarten', 'Grade 3'."""
    words = {
        "IT": _("Infant or toddler"),
        "PR": _("Preschool"),
        "PK": _("Prekindergarten"),
        "TK": _("Transitional kindergarten"),
        "KG": _("Kindergarten"),
        "PS": _("After grade 12"),
        "UG": _("Ungraded"),
    }
    return words.get(code) or _("Grade {grade}").format(grade=grade_label(code))


def next_grade(code: str) -> str | None:
    """The grade of the year after, or None where there is none."""
    if code in _NEXT:
        return _NEXT[code]
    if code.isdigit() and int(code) < 12:
        return f"{int(code) + 1:02d}"
    return None
