# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Bringing in files: read, recognise the columns, check beside the store, apply in one write.

```python
source = open_source(path)
found = recognise(source, mapping={"HR Teacher": "homeroom"})
with store.read() as db:
    plan = check(db, found)
with store.write(_("Import {file}").format(file=source.title)) as db:
    apply(db, plan)
```
"""

from coordinator.importing.apply import Result, apply
from coordinator.importing.check import check
from coordinator.importing.fields import field_choices, field_named, field_title
from coordinator.importing.formats import KINDS
from coordinator.importing.plan import Doubt, FieldChange, Plan, RowOutcome, plan_json, rejection
from coordinator.importing.read import Source, Table, open_source
from coordinator.importing.recognise import Column, Recognised, recognise

__all__ = [
    "KINDS",
    "Column",
    "Doubt",
    "FieldChange",
    "Plan",
    "Recognised",
    "Result",
    "RowOutcome",
    "Source",
    "Table",
    "apply",
    "check",
    "field_choices",
    "field_named",
    "field_title",
    "open_source",
    "plan_json",
    "recognise",
    "rejection",
]
