# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The menus: undo and redo with their step's name, text size, theme, places, help."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from coordinator.i18n import _, language
from ui import icons, local_settings, theme
from ui.main_window.shortcuts import ShortcutsDialog

if TYPE_CHECKING:
    from ui.main_window.window import MainWindow


class Menus:
    """Makes the menu bar; the program adds its own actions with `add`."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._drawn: list[tuple[QAction, str]] = []
        self.bar = QMenuBar()
        self.bar.setNativeMenuBar(False)
        self.file = self.bar.addMenu(_("&File"))
        self.edit = self.bar.addMenu(_("&Edit"))
        self.view = self.bar.addMenu(_("&View"))
        self.go = self.bar.addMenu(_("&Go to"))
        self.print_ = self.bar.addMenu(_("&Print"))
        self.help = self.bar.addMenu(_("&Help"))
        self._fill_edit()
        self._fill_view()
        self._fill_go()
        self._fill_help()
        for menu in (self.file, self.print_):
            menu.menuAction().setVisible(False)

    def add(
        self,
        menu: QMenu,
        text: str,
        deed: Callable[[], object],
        keys: str | list[str] = "",
        icon: str = "",
    ) -> QAction:
        """Add an action; its shortcut works in the whole window."""
        action = menu.addAction(text)
        action.triggered.connect(lambda: deed())
        shortcuts = [keys] if isinstance(keys, str) else keys
        action.setShortcuts([QKeySequence(key) for key in shortcuts if key])
        self._window.addAction(action)
        menu.menuAction().setVisible(True)
        if icon:
            self._drawn.append((action, icon))
            self._draw(action, icon)
        return action

    def draw_icons(self) -> None:
        """Icons in the colours of the theme in force."""
        for action, icon in self._drawn:
            self._draw(action, icon)

    def show_theme(self) -> None:
        """Tick the theme that was chosen, here or in the settings."""
        self._themes[local_settings.text("theme", "auto")].setChecked(True)

    def _draw(self, action: QAction, icon: str) -> None:
        ink, quiet = theme.color("text2"), theme.color("text3")
        action.setIcon(icons.icon(icon, ink, quiet, theme.px(16)))

    def commands(self) -> list[tuple[str, str, QAction]]:
        """Every action that can be done now: its words, its keys, itself."""
        found = []
        for menu in (self.file, self.edit, self.view, self.go, self.print_, self.help):
            for action in menu.actions():
                if action.isEnabled() and not action.isSeparator() and action.menu() is None:
                    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                    words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
                    found.append((words.rstrip("…"), keys, action))
        return found

    def show_steps(self, undo: str | None, redo: str | None) -> None:
        """The names of the steps that undo and redo would take."""
        for action, step, plain, named in (
            (self._undo, undo, _("&Undo"), _("&Undo: {step}")),
            (self._redo, redo, _("&Redo"), _("&Redo: {step}")),
        ):
            action.setEnabled(step is not None)
            action.setText(named.format(step=step.replace("&", "&&")) if step else plain)

    def _fill_edit(self) -> None:
        window = self._window
        self._undo = self.add(self.edit, _("&Undo"), window.undo, "Ctrl+Z", "undo")
        self._redo = self.add(
            self.edit, _("&Redo"), window.redo, ["Ctrl+Y", "Ctrl+Shift+Z"], "redo"
        )
        self.edit.addSeparator()
        keys = ["Ctrl+F", "Ctrl+B"] if language() == "es" else ["Ctrl+F"]
        self.add(self.edit, _("&Find"), self._focus_search, keys, "search")

    def _focus_search(self) -> None:
        self._window.search_box.setFocus()
        self._window.search_box.selectAll()

    def _fill_view(self) -> None:
        window = self._window
        larger = ["Ctrl++", "Ctrl+="]
        self.add(self.view, _("&Larger text"), lambda: window.change_text_size(1), larger)
        self.add(self.view, _("&Smaller text"), lambda: window.change_text_size(-1), "Ctrl+-")
        self.add(self.view, _("&Normal text"), lambda: window.set_text_size(100), "Ctrl+0")
        self.view.addSeparator()
        group = QActionGroup(window)
        self._themes: dict[str, QAction] = {}
        for name, text in (
            ("auto", _("As &Windows has it")),
            ("light", _("L&ight")),
            ("dark", _("&Dark")),
            ("contrast", _("Extra &contrast")),
        ):
            action = self.add(self.view, text, partial(window.set_theme, name))
            action.setCheckable(True)
            group.addAction(action)
            self._themes[name] = action
        self.show_theme()

    def _fill_go(self) -> None:
        number = 0
        for place in self._window.places:
            number += not place.foot
            keys = f"Ctrl+{number}" if not place.foot else ""
            self.add(
                self.go,
                place.title().replace("&", "&&"),
                partial(self._window.show_place, place.key),
                keys,
                place.icon,
            )

    def _fill_help(self) -> None:
        self.add(self.help, _("&Help on this screen"), self._window.ask_help, "F1", "help")
        self.add(self.help, _("&Keys"), self.show_keys, "Shift+F1")

    def show_keys(self) -> None:
        """The sheet of shortcuts."""
        pairs = [(words, keys) for words, keys, _action in self.commands() if keys]
        ShortcutsDialog(pairs, self._window).open()
