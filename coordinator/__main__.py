# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Where the program starts: a subcommand works without a screen, anything else opens the window."""

import sys


def main() -> int:
    """Run `coordinator`; the exit status: 0 done, 1 refused or failed, 2 wrong usage."""
    from coordinator.cli import is_command, run

    arguments = sys.argv[1:]
    if is_command(arguments):
        return run(arguments)
    from ui.__main__ import main as open_window

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
