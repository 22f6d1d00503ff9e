"""Open descriptors: a worker keeps its socket, and the first three, which lead nowhere."""

from __future__ import annotations

import os
from collections.abc import Collection


def close_others(keep: Collection[int]) -> None:
    """Close every descriptor that is not in `keep`."""
    low = 0
    for number in sorted(keep):
        if low < number:  # an empty range from 0 would close everything
            os.closerange(low, number)
        low = number + 1
    os.closerange(low, max(low, os.sysconf("SC_OPEN_MAX")))
