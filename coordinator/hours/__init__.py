# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Hours: the ledger of minutes that people gave, its periods, rounding and reports."""

from coordinator.hours.amounts import (
    DAY,
    ROUNDING,
    Rounding,
    hundredths,
    parse_minutes,
    parse_span,
    round_minutes,
    rounding,
    rounding_sentence,
    rounding_title,
)
from coordinator.hours.entries import (
    ServiceDetails,
    add_service,
    add_service_for_many,
    approve,
    delete_service,
    get_service,
    save_service,
    service_for_many,
)
from coordinator.hours.ledger import (
    EVERYTHING,
    ServiceFilters,
    ServiceRow,
    ServiceSum,
    add_up,
    list_activities,
    list_service,
    minutes_by_person,
    source_title,
    status_title,
    sum_service,
)
from coordinator.hours.questions import questions
from coordinator.hours.summaries import GROUPINGS, grouping_title, hours_report

__all__ = [
    "DAY",
    "EVERYTHING",
    "GROUPINGS",
    "ROUNDING",
    "Rounding",
    "ServiceDetails",
    "ServiceFilters",
    "ServiceRow",
    "ServiceSum",
    "add_service",
    "add_service_for_many",
    "add_up",
    "approve",
    "delete_service",
    "get_service",
    "grouping_title",
    "hours_report",
    "hundredths",
    "list_activities",
    "list_service",
    "minutes_by_person",
    "parse_minutes",
    "parse_span",
    "questions",
    "round_minutes",
    "rounding",
    "rounding_sentence",
    "rounding_title",
    "save_service",
    "service_for_many",
    "source_title",
    "status_title",
    "sum_service",
]
