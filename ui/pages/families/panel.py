# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The side panel: a family, a person, several rows chosen, or the form of one."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from coordinator.families import FamilyDetails, FamilyRow, PersonDetails, PersonRow
from coordinator.families.timeline import TimelineEntry
from coordinator.i18n import _, format_date, format_hours, language_name, ngettext
from coordinator.phones import show_phone
from ui import theme
from ui.pages.families import words
from ui.widgets.buttons import Button, IconButton
from ui.widgets.label import Label
from ui.widgets.marks import Pill
from ui.widgets.panel import PersonRow as MemberLine
from ui.widgets.panel import SidePanel, Timeline

Deeds = Sequence[tuple[str, Callable[[], object]]]


def facts(pairs: Sequence[tuple[str, str]]) -> QWidget:
    """What is known, each under its small heading; what is not known is left out."""
    box = QWidget()
    column = theme.column(box, 10)
    for title, text in pairs:
        if text:
            pair = theme.column(space=1)
            pair.addWidget(Label(title, "second"))
            shown = Label(text, "body", wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            pair.addWidget(shown)
            column.addLayout(pair)
    column.addStretch(1)
    return box


def deeds_of(entries: Sequence[TimelineEntry], alone: bool = False) -> QWidget:
    """The timeline, or a sentence where nothing has happened yet."""
    if not entries:
        return Label(_("Nothing yet: no event came to, no hours given."), "small", wrap=True)
    line = Timeline(_("Timeline"))
    line.set_items([words.timeline_item(entry, alone) for entry in entries])
    return line


class RecordPanel(SidePanel):
    """A panel with Edit and a menu of further deeds."""

    def add_deeds(self, edit: Callable[[], object], more: Deeds) -> None:
        self._more = more
        self.edit_button = Button(_("Edit"), "tonal", "pencil", edit, tip=_("Enter"))
        self.more_button = IconButton("more", _("More"), self._pop_up)
        self.deeds.addWidget(self.edit_button)
        self.deeds.addStretch(1)
        self.deeds.addWidget(self.more_button)

    def menu(self) -> QMenu:
        """The further deeds."""
        menu = QMenu(self)
        for title, deed in self._more:
            menu.addAction(title, deed)
        return menu

    def _pop_up(self) -> None:
        self.menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))


class FamilyPanel(RecordPanel):
    """One family: its people, what they did with the school, what is known of them."""

    def __init__(
        self,
        details: FamilyDetails,
        entries: Sequence[TimelineEntry],
        minutes: Mapping[int, int],
        region: str,
        edit: Callable[[], object],
        more: Deeds,
    ) -> None:
        super().__init__(_("Family"))
        pills = []
        spoken = words.language_words(details)
        if spoken:
            pills.append(Pill(spoken, "info", "chats" if details.interpreter else "globe"))
        if details.archived:
            pills.append(Pill(_("Put away"), "mute", "archive"))
        pills += [Pill(wish, "warn", "eye-off") for wish in words.wishes(details)]
        self.show_title(words.family_title(details.name), details.id or 0, pills)
        self.avatar.show_name(details.name, details.id or 0)  # the same letters as in the list
        self.add_deeds(edit, more)
        for member in details.members:
            given = minutes.get(member.person.id or 0, 0)
            hours = _("{hours} h").format(hours=format_hours(given))
            pill = Pill(hours, "plum", "volunteer") if given else None
            line = words.member_line(member, region)
            self.facts.addWidget(MemberLine(member.person.name, member.person.id or 0, line, pill))
        self.add_tab(_("Timeline"), deeds_of(entries))
        self.add_tab(_("Details"), facts(_family_facts(details)))


def _family_facts(details: FamilyDetails) -> list[tuple[str, str]]:
    place = " ".join(part for part in (details.region, details.postal_code) if part)
    place = ", ".join(part for part in (details.city, place) if part)
    spoken, read = details.home_language, details.reading_language
    return [
        (_("Speaks at home"), language_name(spoken) if spoken else ""),
        (_("Reads letters in"), language_name(read) if read else ""),
        (_("Interpreter"), _("Needed") if details.interpreter else ""),
        (_("Likes to be reached by"), details.channel),
        (_("Best time"), details.best_time),
        (_("Address"), "\n".join(part for part in (details.street, place) if part)),
        (_("Wishes"), ", ".join(words.wishes(details))),
        (_("Tags"), ", ".join(details.tags)),
        (_("Notes"), details.notes),
    ]


class PersonPanel(RecordPanel):
    """One person: how to reach them, and what they did with the school."""

    def __init__(
        self,
        details: PersonDetails,
        row: PersonRow,
        entries: Sequence[TimelineEntry],
        region: str,
        edit: Callable[[], object],
        more: Deeds,
    ) -> None:
        super().__init__(_("Person"))
        roles = ", ".join(words.role_words(role) for role in row.roles)
        pills = [Pill(roles, "mute", "person")] if roles else []
        if details.archived:
            pills.append(Pill(_("Put away"), "mute", "archive"))
        self.show_title(details.name, row.family_id or row.id, pills)
        self.add_deeds(edit, more)
        line = words.school_line(details)
        for text in (row.families and words.family_title(row.families), line):
            if text:
                self.facts.addWidget(Label(text, "body", wrap=True))
        self.add_tab(_("Timeline"), deeds_of(entries, alone=True))
        self.add_tab(_("Details"), facts(_person_facts(details, region)))


def _person_facts(details: PersonDetails, region: str) -> list[tuple[str, str]]:
    phones = [
        " · ".join(part for part in (show_phone(phone.number, region), phone.label) if part)
        for phone in details.phones
    ]
    spoken, born = details.language, details.birth_date
    return [
        (_("Phones"), "\n".join(phones)),
        (_("E-mail"), "\n".join(details.emails)),
        (_("Called"), details.called),
        (_("Name on certificates"), details.certificate_name),
        (_("Language of their letters"), language_name(spoken) if spoken else ""),
        (_("Birth date"), format_date(born) if born else ""),
        (_("Student number"), details.student_number),
        (_("Position at school"), details.staff_title),
        (_("Notes"), details.notes),
    ]


class ManyPanel(SidePanel):
    """What can be done with several rows at once."""

    def __init__(
        self,
        rows: Sequence[FamilyRow] | Sequence[PersonRow],
        merge: Callable[[], object],
        away: Callable[[], object] | None,
        back: Callable[[], object] | None,
    ) -> None:
        super().__init__(_("Several rows"))
        count = len(rows)
        if isinstance(rows[0], FamilyRow):
            title = ngettext("{count} family", "{count} families", count)
        else:
            title = ngettext("{count} person", "{count} people", count)
        self.show_title(title.format(count=count), count)
        self.avatar.hide()
        self.merge_button = Button(_("Merge…"), "tonal", "merge", merge)
        self.merge_button.setEnabled(count == 2)
        if count != 2:
            self.merge_button.setToolTip(_("Two rows at a time can be merged"))
        self.deeds.addWidget(self.merge_button)
        for title, icon, deed in (
            (_("Put away"), "archive", away),
            (_("Bring back"), "refresh", back),
        ):
            if deed is not None:
                self.deeds.addWidget(Button(title, "default", icon, deed))
        self.deeds.addStretch(1)
        for row in rows[:30]:
            line = row.students if isinstance(row, FamilyRow) else row.families
            self.body.addWidget(MemberLine(row.name, row.id, line))
        self.body.addStretch(1)


class FormPanel(SidePanel):
    """The form in the place of the panel; leaving it writes. `done` and `back` are told of keys."""

    def __init__(
        self, title: str, form: QWidget, done: Callable[[], object], back: Callable[[], object]
    ) -> None:
        super().__init__(title)
        self._back = back
        self.show_title(title, 0)
        self.avatar.hide()
        self.done_button = Button(_("Done"), "tonal", "check", done, tip=_("Ctrl+Enter"))
        self.deeds.addWidget(self.done_button)
        self.deeds.addWidget(
            Label(_("Kept when you leave. Esc takes it back."), "small", wrap=True), 1
        )
        self.body.addWidget(form)
        self.body.addStretch(1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)
