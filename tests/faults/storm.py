"""Processes of a run killed at random times, again and again, until the run is through.

python -m tests.faults.storm --kills 3000 --victims worker zygote slot grader
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.faults.conftest import CLASS, Site, kill, slots_of, status_of, wait_for, workers_of, zygotes_of

VICTIMS: dict[str, Callable[[int], list[int]]] = {
    "worker": workers_of,
    "zygote": zygotes_of,
    "slot": slots_of,
    "grader": lambda grader: [grader],
}
# Seconds between two kills, at most: long enough for most rounds to come to a report, short enough to hit all else.
PAUSE = {"worker": 0.2, "zygote": 3.0, "slot": 5.0, "grader": 8.0}


class Storm:
    """Kills `kills` processes of some kinds while a class is graded, then lets it be graded in peace."""

    def __init__(self, site: Site, right: dict[str, bytes], victims: list[str], kills: int, seed: int) -> None:
        self.site = site
        self.right = right
        self.victims = victims
        self.kills = kills
        self.killed: Counter[str] = Counter()
        self.rounds = 0
        self.infrastructure_errors = 0
        self.zygotes: set[int] = set()
        self._random = random.Random(seed)

    def rage(self, seconds: float = 3600) -> None:
        """Until so many are dead, or the time is over.  After each round every report is right, or says that it is our
        failure; none is lost.
        """
        deadline = time.monotonic() + seconds
        while self.killed.total() < self.kills and time.monotonic() < deadline:
            before = self.site.reports()
            process = self.site.start(*(["--regrade"] if len(before) == len(self.right) else []))
            self._strike(process, deadline)
            self.rounds += 1
            reports = self.site.reports()
            assert before.keys() <= reports.keys()
            for student, report in reports.items():
                if report != self.right[student]:
                    assert status_of(report) == "infrastructure_error", (student, report)
                    self.infrastructure_errors += 1

    def _strike(self, process: subprocess.Popen[str], deadline: float) -> None:
        while process.poll() is None and time.monotonic() < deadline:
            kind = self._random.choice(self.victims)
            time.sleep(self._random.uniform(0, PAUSE[kind]))
            self.zygotes.update(zygotes_of(process.pid))
            if (found := VICTIMS[kind](process.pid)) and self.killed.total() < self.kills:
                self.killed[kind] += kill(self._random.choice(found))
        _, error = process.communicate(timeout=240)
        assert "Traceback" not in error, error

    def calm(self) -> None:
        """Now all of it is there, to the byte, and nothing else."""
        code, error = self.site.grade()
        assert (code, self.site.reports() == self.right) == (0, True), error
        self.site.is_clean(self.zygotes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--victims", nargs="+", choices=VICTIMS, default=list(VICTIMS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        calm = Site(Path(folder, "calm"), Path(folder, "cache"))
        calm.hand_in(CLASS)
        assert calm.grade()[0] == 0
        site = Site(Path(folder, "site"), Path(folder, "cache"))
        site.hand_in(CLASS)
        storm = Storm(site, calm.reports(), options.victims, options.kills, options.seed)
        started = time.monotonic()
        storm.rage(options.seconds)
        wait_for(lambda: not site.processes())
        storm.calm()
        print(
            f"{dict(storm.killed)} killed in {storm.rounds} rounds and {time.monotonic() - started:.0f} s; "
            f"{storm.infrastructure_errors} times a report said so, and none was wrong"
        )


if __name__ == "__main__":
    main()
