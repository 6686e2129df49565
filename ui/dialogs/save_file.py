# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Asking where a file is to be written."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import local_settings

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # what Windows refuses in a file name


class SaveDialog:
    """The computer's own dialog for saving; it opens in the folder used last."""

    @classmethod
    def ask(cls, title: str, name: str, kind: str, parent: QWidget | None = None) -> Path | None:
        """Where to write; `name` with its ending is offered, `kind` says what that ending is.

        None when the user thinks better of it. The ending is added where it was left out.
        """
        suffix = Path(name).suffix
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        usual = QStandardPaths.writableLocation(documents)
        folder = Path(local_settings.text("save_folder", usual))
        offered = (folder if folder.is_dir() else Path(usual)) / file_name(name)
        chosen, _filter = QFileDialog.getSaveFileName(
            parent, title, str(offered), f"{kind} (*{suffix})"
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        local_settings.remember("save_folder", str(path.parent))
        return path


def file_name(words: str) -> str:
    """Words as a file name that every system takes."""
    return _NOT_IN_NAMES.sub("-", words).strip(" .")[:120]
