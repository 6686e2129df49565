# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The parts that pages are made of; each paints itself from `ui.theme`."""

from ui.widgets.bars import Bar, ProgressCard, TotalsBar
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip, Segment
from ui.widgets.filter_row import FilterRow, IconField
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.layout import (
    Card,
    EmptyPlace,
    Ground,
    Line,
    Message,
    heading_row,
    scrolling,
)
from ui.widgets.marks import Avatar, Pill, QuietState, Sign
from ui.widgets.page_parts import PageHeader
from ui.widgets.panel import PersonRow, SidePanel, Timeline, TimelineItem
from ui.widgets.tabs import Step, StepBar, TabStrip
from ui.widgets.tiles import DayTile, HomeTile, ListRow
from ui.widgets.toast import Toast, announce

__all__ = [
    "Avatar",
    "Bar",
    "Button",
    "Card",
    "Chip",
    "DayTile",
    "EmptyPlace",
    "FilterRow",
    "FlowLayout",
    "Ground",
    "HomeTile",
    "IconButton",
    "IconField",
    "Label",
    "Line",
    "ListRow",
    "Message",
    "PageHeader",
    "PersonRow",
    "Pill",
    "ProgressCard",
    "QuietState",
    "Segment",
    "SidePanel",
    "Sign",
    "Step",
    "StepBar",
    "TabStrip",
    "Timeline",
    "TimelineItem",
    "Toast",
    "TotalsBar",
    "announce",
    "heading_row",
    "scrolling",
]
