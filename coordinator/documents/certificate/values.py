# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a certificate is made of: the person's values and the look of the sheet."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from coordinator.documents.certificate.design import Design


@dataclass(frozen=True)
class Certificate:
    """The values of one certificate; every text but the name may be empty, hours may be None."""

    name: str
    language: str = "en"
    hours_minutes: int | None = None
    period: str = ""
    reason: str = ""
    issued: date | None = None
    number: str = ""
    code: str = ""


@dataclass(frozen=True)
class Look:
    """How a batch of certificates looks: design, paper and what is the same on every sheet."""

    design: Design
    paper: Literal["letter", "a4"] = "letter"
    palette: Literal["colour", "black"] = "colour"
    school: str = ""
    logo_png: bytes | None = None
    signatures: tuple[tuple[str, str], ...] = ()
    mark: str = ""  # beside the number, such as SAMPLE for the made-up school


@dataclass(frozen=True)
class NameTrouble:
    """Something to know before printing: which name, of what kind, in one sentence."""

    name: str
    kind: Literal["undrawable", "two_lines", "too_wide", "too_long"]
    sentence: str
