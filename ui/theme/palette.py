# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The Qt palette of a theme: every role in every group."""

from PySide6.QtGui import QColor, QPalette

Role = QPalette.ColorRole
Group = QPalette.ColorGroup

_NORMAL = {
    Role.Window: "canvas",
    Role.WindowText: "text",
    Role.Base: "surface",
    Role.AlternateBase: "sunken",
    Role.ToolTipBase: "toast",
    Role.ToolTipText: "on_toast",
    Role.PlaceholderText: "text3",
    Role.Text: "text",
    Role.Button: "surface",
    Role.ButtonText: "text",
    Role.BrightText: "bad",
    Role.Light: "surface",
    Role.Midlight: "hover",
    Role.Mid: "button_edge",
    Role.Dark: "edge",
    Role.Shadow: "line",
    Role.Highlight: "accent",
    Role.HighlightedText: "on",
    Role.Accent: "accent",
    Role.Link: "acctext",
    Role.LinkVisited: "acctext",
}
_DISABLED = {
    Role.WindowText: "text3",
    Role.Text: "text3",
    Role.ButtonText: "text3",
    Role.Base: "sunken",
    Role.Button: "sunken",
    Role.Highlight: "press",
    Role.HighlightedText: "text2",
}


def make(tokens: dict[str, str]) -> QPalette:
    """All roles for active, inactive and disabled; an inactive window keeps its colours."""
    palette = QPalette()
    for role, token in _NORMAL.items():
        colour = QColor(tokens[token])
        palette.setColor(Group.Active, role, colour)
        palette.setColor(Group.Inactive, role, colour)
        palette.setColor(Group.Disabled, role, QColor(tokens[_DISABLED.get(role, token)]))
    return palette
