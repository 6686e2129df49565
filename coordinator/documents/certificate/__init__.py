# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Certificates of recognition: a person's values and a look in, PDF out."""

from coordinator.documents.certificate.checking import check_names
from coordinator.documents.certificate.design import Design, get_design, list_designs
from coordinator.documents.certificate.drawing import draw_certificates, draw_page
from coordinator.documents.certificate.values import Certificate, Look, NameTrouble
from coordinator.documents.certificate.wording import period_words

__all__ = [
    "Certificate",
    "Design",
    "Look",
    "NameTrouble",
    "check_names",
    "draw_certificates",
    "draw_page",
    "get_design",
    "list_designs",
    "period_words",
]
