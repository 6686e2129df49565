# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What belongs to this computer: language, theme and text size, changed at once."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from coordinator import i18n
from coordinator.i18n import _
from ui import local_settings, theme
from ui.context import Context
from ui.forms import ChoiceField
from ui.forms.row import pair
from ui.main_window import MainWindow
from ui.main_window.bars import LANGUAGES
from ui.pages.settings.section import Section

_SIZES = (100, 110, 125, 150, 175, 200)


class ComputerSection(Section):
    """Kept on this computer, not in the school's file."""

    def __init__(self, ctx: Context) -> None:
        about = _("Kept on this computer only; it changes at once.")
        super().__init__(ctx, _("This computer"), about)

    def build(self) -> None:
        self.language = ChoiceField(_("Language of the screen"), LANGUAGES)
        self.language.set_value(i18n.language() if i18n.language() in dict(LANGUAGES) else "en")
        self.theme = ChoiceField(
            _("Theme"),
            [
                ("auto", _("As Windows has it")),
                ("light", _("Light")),
                ("dark", _("Dark")),
                ("contrast", _("Extra contrast")),
            ],
        )
        self.theme.set_value(local_settings.text("theme", "auto"))
        self.text_size = ChoiceField(_("Text size"), [])
        self._show_size()
        theme.signals.changed.connect(self._follow)
        self.language.changed.connect(lambda: QTimer.singleShot(0, self, self._speak))
        self.theme.changed.connect(self._look)
        self.text_size.changed.connect(self._resize)
        self.fields.addWidget(self.language)
        self.fields.addWidget(pair(self.theme, self.text_size))

    def _follow(self) -> None:
        """The View menu and the keys change the same things."""
        self.theme.set_value(local_settings.text("theme", "auto"))
        self._show_size()

    def _show_size(self) -> None:
        sizes = sorted({*_SIZES, theme.text_percent()})
        words = [(size, _("{percent} %").format(percent=size)) for size in sizes]
        self.text_size.set_choices(words)
        self.text_size.set_value(theme.text_percent())

    def _speak(self) -> None:
        # All of the window is built anew, this section too: nothing may follow here.
        window = self.window()
        if isinstance(window, MainWindow):
            window.use_language(self.language.value())

    def _look(self) -> None:
        name = self.theme.value()
        window = self.window()
        if isinstance(window, MainWindow):
            window.set_theme(name)

    def _resize(self) -> None:
        window = self.window()
        if isinstance(window, MainWindow):
            window.set_text_size(self.text_size.value())
