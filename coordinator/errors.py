# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Refusals that the user can do something about."""


class Problem(Exception):
    """A refusal in one translated sentence: what happened, what is safe, what to do next."""


class Invalid(Problem):
    """A value that cannot be kept; its sentence is shown beside `field`."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field


class Cancelled(Exception):
    """The user asked a long job to stop."""
