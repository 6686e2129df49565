# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Recognition: who earned what, at which level, and the certificates that were issued."""

from coordinator.recognition.earning import EarnedRow, count_due, who_earned
from coordinator.recognition.issuing import (
    RecognitionRow,
    get_recognitions,
    issue,
    list_recognitions,
    mark_printed,
    void,
)
from coordinator.recognition.levels import (
    BANDS,
    DEFAULT_LEVELS,
    Level,
    band_title,
    ensure_levels,
    level_for,
    level_title,
    list_levels,
    save_levels,
)
from coordinator.recognition.rules import Rule, Waiting, rule_title, waiting_hours

__all__ = [
    "BANDS",
    "DEFAULT_LEVELS",
    "EarnedRow",
    "Level",
    "RecognitionRow",
    "Rule",
    "Waiting",
    "band_title",
    "count_due",
    "ensure_levels",
    "get_recognitions",
    "issue",
    "level_for",
    "level_title",
    "list_levels",
    "list_recognitions",
    "mark_printed",
    "rule_title",
    "save_levels",
    "void",
    "waiting_hours",
    "who_earned",
]
