# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Coordinator: all that is true of families, events, hours and thanks without a screen."""

__version__ = "0.1.0"
