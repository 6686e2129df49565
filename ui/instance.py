# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""One window for one file: a second start brings the first one forward."""

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 500


def _name(path: Path) -> str:
    """A name for the meeting point that tells nothing of the file."""
    words = f"{getpass.getuser()}:{path.resolve()}"
    return "coordinator-" + hashlib.sha256(words.encode()).hexdigest()[:16]


def bring_forward(path: Path) -> bool:
    """Whether another window has this file open; it has been asked to come forward then."""
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(b"show")
    answered = socket.waitForBytesWritten(_ANSWER_MS)
    socket.disconnectFromServer()
    return answered


class Instance(QObject):
    """Listens for later starts on the same file while this window is open."""

    wanted = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        # What a crash left behind would keep us from listening.
        QLocalServer.removeServer(_name(path))
        self._server.newConnection.connect(self._meet)
        self._server.listen(_name(path))

    def close(self) -> None:
        """Listen no more, so that the next start opens the file itself."""
        self._server.close()

    def _meet(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.wanted.emit()
