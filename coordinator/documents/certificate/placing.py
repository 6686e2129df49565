# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Where the blocks of a certificate stand: a column that closes up and spreads."""

from collections.abc import Sequence
from functools import lru_cache

# Room to spare opens each gap by at most this much per unit of stretch, lack closes it so far.
_WIDEN, _NARROW = 15.0, 8.0
_SHIFT = 0.36  # of what is left then goes above the column, the rest below: the optical centre


@lru_cache(maxsize=4096)
def place(
    drops: tuple[float, ...],
    depths: tuple[float, ...],
    shares: tuple[float, ...],
    least: tuple[float, ...],
    span: tuple[float, float],
) -> tuple[tuple[float, ...], float]:
    """Baselines of the blocks' first lines, and how far the column overruns its foot; in pt.

    `drops`: from the baseline above to each block; `depths`: from its first line to its last;
    `shares`: of room to spare or lacking; `least`: drops that are never undercut; `span`: the
    first baseline and the lowest.
    """
    room = span[0] - span[1] - sum(depths)
    low, high = -_NARROW, _WIDEN
    for _round in range(12):
        unit = (low + high) / 2
        if sum(_gaps(drops, shares, least, unit)) > room:
            high = unit
        else:
            low = unit
    gaps = _gaps(drops, shares, least, low)
    left = room - sum(gaps)
    baseline = span[0] - max(0.0, left) * _SHIFT
    baselines = [round(baseline, 2)]
    for gap, depth in zip(gaps, depths, strict=False):
        baseline -= depth + gap
        baselines.append(round(baseline, 2))
    # The tenth of a point keeps rounding from calling a full column too long.
    return tuple(baselines), -left if left < -0.1 else 0.0


def _gaps(
    drops: Sequence[float], shares: Sequence[float], least: Sequence[float], unit: float
) -> list[float]:
    """The gaps before each block but the first, opened or closed by `unit` for each share."""
    return [
        max(low, drop + unit * share)
        for low, drop, share in zip(least[1:], drops[1:], shares[1:], strict=True)
    ]
