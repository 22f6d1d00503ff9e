"""Whether this process was held up: stopped with Ctrl-Z, or frozen with all around it, as by `docker pause`.

After a stop a SIGCONT can be heard; a freezer of the kernel's, or a hypervisor that halts the machine, leaves no word.
But whichever it was, who sleeps for a moment again and again finds out that a moment was very long.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from pathlib import Path

_BEAT = 0.2  # seconds of sleep
_LATE = 1.0  # seconds beyond that which no busy machine explains


class Heartbeat:
    """A thread that does nothing but look at the clock.

    Time in which this process computed, or waited for a core to do so, is no pause: a long call into C holds this
    thread up as well, and a busy machine both.
    """

    def __init__(self) -> None:
        self._missed = 0
        self._lock = threading.Lock()
        self._seen, self._busy = time.monotonic(), _busy()
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()

    def missed(self) -> int:
        """How often this process was held up until now; the thread itself may not have come to it yet."""
        self._look()
        return self._missed

    def _beat(self) -> None:
        while True:
            time.sleep(_BEAT)
            self._look()

    def _look(self) -> None:
        with self._lock:
            now, busy = time.monotonic(), _busy()
            asleep = (now - self._seen) - (busy - self._busy)
            self._seen, self._busy = now, busy
            if asleep > _BEAT + _LATE:
                self._missed += 1


def _busy() -> float:
    """Seconds that the threads of this process computed, and waited for a core, where the kernel counts that."""
    waited = 0
    for thread in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError, ValueError, IndexError):  # it has ended
            waited += int(thread.read_text().split()[1])
    return time.process_time() + waited / 1e9
