"""Whether this process was held up: frozen with all around it, as by `docker pause`, of which no signal tells.

A stop by SIGSTOP ends with a SIGCONT, which can be heard.  A freezer of the kernel's, or a hypervisor that halts the
machine, leaves no such word; but who sleeps for a moment again and again finds out that a moment was very long.
"""

from __future__ import annotations

import threading
import time

_BEAT = 0.2  # seconds of sleep
_LATE = 1.0  # seconds beyond that which no busy machine explains


class Heartbeat:
    """A thread that does nothing but look at the clock.

    Time in which this process computed is not counted: a long call into C holds the thread up, too, and is no pause.
    """

    def __init__(self) -> None:
        self._missed = 0
        self._lock = threading.Lock()
        self._seen, self._computed = time.monotonic(), time.process_time()
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
            now, computed = time.monotonic(), time.process_time()
            asleep = (now - self._seen) - (computed - self._computed)
            self._seen, self._computed = now, computed
            if asleep > _BEAT + _LATE:
                self._missed += 1
