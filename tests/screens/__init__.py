# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Pictures of every page and dialog on the sample school; see `__main__.py`."""
