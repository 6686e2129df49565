# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Fields joined to one frozen dataclass: loading never writes, leaving writes the difference."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from coordinator.errors import Invalid, Problem
from ui import errors
from ui.forms.field import Field

D = TypeVar("D")


class Form(QObject, Generic[D]):
    """`fields` are named like the attributes of the details they show.

    Attributes without a field keep what was loaded. `save(details)` is called by `leave` with
    the new value when it differs, and does `ctx.write(...)`.
    """

    altered = Signal()  # the user typed

    def __init__(self, fields: Mapping[str, Field], save: Callable[[D], object]) -> None:
        super().__init__()
        self.fields = dict(fields)
        self._save = save
        self._loaded: D | None = None
        self._shown: dict[str, Any] = {}
        for name, field in self.fields.items():
            field.changed.connect(self.altered)
            field.setObjectName(name)

    @property
    def loaded(self) -> D | None:
        """The details as they were loaded."""
        return self._loaded

    def load(self, details: D, keep_typed: bool = False) -> None:
        """Show details. With `keep_typed` what the user has typed and not left stays."""
        typed = self._typed() if keep_typed and self._loaded is not None else set()
        self._loaded = details
        for name, field in self.fields.items():
            value = getattr(details, name)
            if name not in typed:
                field.set_value(value)
                # What the field makes of it: a value that it writes otherwise is no change.
                self._shown[name] = self._read(field)

    def clear(self) -> None:
        """Forget what was loaded, so that leaving writes nothing."""
        self._loaded = None

    def value(self) -> D:
        """The details with what was typed; raises Invalid with the first field that is wrong."""
        if self._loaded is None:
            raise ValueError("nothing loaded")
        found = {}
        for name in self._typed():
            try:
                found[name] = self.fields[name].value()
            except Invalid as invalid:
                raise Invalid(name, str(invalid)) from None
        return replace(self._loaded, **found)  # type: ignore[type-var]  # D is a dataclass

    def changed(self) -> bool:
        """Whether the user has altered anything, readable or not."""
        return self._loaded is not None and bool(self._typed())

    def leave(self) -> bool:
        """Write the difference; False where it was refused, and the field or a toast says why."""
        if not self.changed():
            return True
        try:
            details = self.value()
            self._save(details)
        except Invalid as invalid:
            self.show_invalid(invalid)
            return False
        except Problem as problem:
            errors.show(problem)
            return False
        self._loaded = details
        self._shown = {name: self._read(field) for name, field in self.fields.items()}
        return True

    def show_invalid(self, invalid: Invalid) -> None:
        """Say a refusal beside its field and go there; without such a field, in a toast."""
        field = self.fields.get(invalid.field)
        if field is None:
            errors.show(Problem(str(invalid)))
            return
        field.set_error(str(invalid))
        field.setFocus()

    def _typed(self) -> set[str]:
        return {
            name
            for name, field in self.fields.items()
            if self._read(field) != self._shown.get(name)
        }

    def _read(self, field: Field) -> Any:
        try:
            return field.value()
        except Invalid as invalid:
            return invalid.args
