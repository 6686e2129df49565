# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Data that ships with the program: icons, styles, translations, designs, the sample school."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent
