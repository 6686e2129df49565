# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The foot of a certificate: lines to sign on, date, number and code."""

from coordinator.documents.art.pen import Inks
from coordinator.documents.certificate.fitting import fit_text
from coordinator.documents.certificate.values import Certificate, Look
from coordinator.documents.certificate.wording import number_words
from coordinator.documents.lettering import Lettering, Typesetter, centred

# Distance from the sheet's centre, and length of the lines, by how many sign: PRINT section 4.
_PLACES = {1: (0.0,), 2: (-165.0, 165.0), 3: (-196.0, 0.0, 196.0)}
_LENGTHS = {1: 240.0, 2: 214.0, 3: 172.0}
_LINE = 0.6


def signatures(setter: Typesetter, look: Look, inks: Inks) -> str:
    """The lines for up to three signatures with name and title; a missing signer keeps a line."""
    signers = look.signatures[:3]
    if not signers:
        return ""
    design, sheet = look.design, look.design.sheets[look.paper]
    name_size, title_size = design.signature_sizes
    length, y = _LENGTHS[len(signers)], sheet.signatures
    ops = [inks.stroke(design.signature_line), f"{_LINE} w 0 J"]
    for offset in _PLACES[len(signers)]:
        middle = sheet.width / 2 + offset
        ops.append(f"{middle - length / 2:.2f} {y:.2f} m {middle + length / 2:.2f} {y:.2f} l S")
    ops.append(inks.fill("black"))
    for offset, (name, title) in zip(_PLACES[len(signers)], signers, strict=True):
        middle = sheet.width / 2 + offset
        below = y - 1.18 * name_size
        ops.append(_within(setter, name, design.signer, name_size, middle, below, length))
        if name:
            below -= 1.2 * name_size
        ops.append(_within(setter, title, design.title, title_size, middle, below, length))
    return "\n".join(ops)


def _within(
    setter: Typesetter,
    text: str,
    style: Lettering,
    size: float,
    middle: float,
    y: float,
    measure: float,
) -> str:
    """One line around `middle`, made smaller where it is wider than the measure."""
    if not text:
        return ""
    fitted = fit_text(text, style, (size, size * 0.5), size, measure)
    left = centred(fitted.widths[0], fitted.size, middle)
    return setter.line(fitted.lines[0], fitted.style, fitted.size, left, y)


def foot_date(setter: Typesetter, day: str, look: Look) -> str:
    """The date at the foot, in the middle or on the left; nothing where it is in the column."""
    design, sheet = look.design, look.design.sheets[look.paper]
    if not sheet.date or not day:
        return ""
    style, size = design.date, design.date_size
    x, share = (sheet.foot_side, 0.0) if design.foot_at_sides else (sheet.width / 2, 0.5)
    return "0 g\n" + setter.line(day, style, size, x, sheet.date, share)


def foot_number(setter: Typesetter, certificate: Certificate, look: Look, lang: str) -> str:
    """Number and code at the foot, in the middle or on the right."""
    number = number_words(certificate.number, certificate.code, lang)
    number = " · ".join(part for part in (number, look.mark) if part)
    if not number:
        return ""
    design, sheet = look.design, look.design.sheets[look.paper]
    style, size = design.foot, design.foot_size
    x, share = sheet.width / 2, 0.5
    if design.foot_at_sides:
        x, share = sheet.width - sheet.foot_side, 1.0
    return "0 g\n" + setter.line(number, style, size, x, sheet.foot, share)
