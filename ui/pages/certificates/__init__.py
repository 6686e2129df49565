# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Certificates: who has earned one, how it looks, printing, and what was issued."""

from ui.pages.certificates.page import CertificatesPage

__all__ = ["CertificatesPage"]
