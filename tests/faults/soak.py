"""A class of thousands, one in twenty hostile, in one run: what does it take at the beginning, and what at the end?

python -m tests.faults.soak --submissions 20000
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from tests.faults.conftest import Site, slots_of, zygotes_of
from tests.grading.conftest import RIGHT

_EVERY = 20  # one in so many is hostile
_PARTS = 10

# What one in twenty hands in.  Each has its bound in itself, too.
HOSTILE = {
    "exits": "import os\ndef twice(x):\n    os._exit(0)\n",
    "hangs": "def twice(x):\n    while True:\n        pass\n",
    "memory": "def twice(x):\n    return [bytearray(1 << 20) for _ in range(3000)]\n",
    "garbage": "import os\nfor fd in range(3, 64):\n  try: os.write(fd, b'garbage' * 99)\n  except OSError: pass\n",
    "syntax": "def twice(x)\n    return 2 * x\n",
    "exit": "import sys\nsys.exit()\n",
    "files": "open('/scratch/x', 'wb').write(b'x' * (8 << 20))\n",
    "threads": "import threading as t, time\nfor _ in range(30):\n    t.Thread(target=time.sleep, args=(9,)).start()\n",
    "recursion": "def twice(x):\n    return twice(x)\n",
    "zip": None,
}


class Sample(NamedTuple):
    """What a run takes when so many submissions are done."""

    done: int
    seconds: float
    cpu: float  # seconds of all its processes, ended workers included
    descriptors: int
    memory: int  # kB of slots and zygotes
    grader: int  # kB of the grader
    processes: int  # all of them, the workers at the moment included
    mounts: int


def hand_in(site: Site, count: int) -> None:
    """A class of right submissions, and a hostile one after each nineteen."""
    for number in range(count):
        folder = site.submitted / f"student{number:05}" / "01_work"
        folder.mkdir(parents=True)
        code: str | None = RIGHT
        if number % _EVERY == _EVERY - 1:
            code = list(HOSTILE.values())[number // _EVERY % len(HOSTILE)]
        if code is None:
            (folder / "work.zip").write_bytes(b"PK\x03\x04" + bytes(range(200)))
        else:
            (folder / "work.py").write_text(code)


class Pace(NamedTuple):
    """What a submission takes: of the clock, and of the processors."""

    seconds: float
    cpu: float


class Race(NamedTuple):
    """A run that has graded thousands, and one that has just begun, over the same minutes."""

    old: Pace
    young: Pace

    def is_even(self) -> bool:
        """Whether the old one is as quick, within a tenth."""
        return self.old.cpu < self.young.cpu * 1.1 and self.old.seconds < self.young.seconds * 1.1


class Track(NamedTuple):
    """Of a race: submissions before it begins, and in it; in so many there is each kind of hostility once."""

    warm_up: int = 60
    lap: int = 200


TRACK = Track()


class Run:
    """A class of a size while it is graded."""

    def __init__(self, site: Site, count: int, **plan: object) -> None:
        yml = site.course.root / "course.yml"
        yml.write_text(yml.read_text().replace("call_seconds: 2, load_seconds: 4", "call_seconds: 1, load_seconds: 2"))
        hand_in(site, count)
        self.site = site
        self.process = site.start(plan=plan)

    @property
    def goes_on(self) -> bool:
        return self.process.poll() is None

    def done(self) -> int:
        out = self.site.out
        return sum(1 for student in os.scandir(out) if student.is_dir()) if out.exists() else 0

    def cpu(self) -> float:
        """Seconds of all its processes, ended workers included."""
        pid = self.process.pid
        return sum(map(_cpu, [pid, *slots_of(pid), *zygotes_of(pid)]))

    def end(self) -> None:
        self.process.kill()
        _, said = self.process.communicate()
        assert self.process.returncode == 0, said[-2000:]


def soak(site: Site, count: int, seconds: float = 3600, **plan: object) -> list[Sample]:
    """Grade a class of that size and look at the run after each tenth of it."""
    samples, _ = _watched(Run(site, count, **plan), count, seconds)
    return samples


def soak_and_race(
    site: Site, fresh: Site, count: int, seconds: float = 3600, over: Track = TRACK, **plan: object
) -> tuple[list[Sample], Race]:
    """The same; and near the end a fresh run races it.

    Why not compare the end with the beginning?  Because a machine is not the same for ten minutes: its neighbours come
    and go, and processor time of the same work swings by a fifth with them.  Two runs at a time have the same weather.
    """
    samples, race = _watched(
        Run(site, count, **plan), count, seconds, lambda: Run(fresh, 2 * over.warm_up + over.lap, **plan), over
    )
    assert race is not None, "the old run was through before the young one"
    return samples, race


def _watched(
    old: Run, count: int, seconds: float, begin: Callable[[], Run] | None = None, over: Track = TRACK
) -> tuple[list[Sample], Race | None]:
    samples: list[Sample] = []
    young: Run | None = None
    marks: list[tuple[float, ...]] = []
    started = time.monotonic()
    while old.goes_on and time.monotonic() - started < seconds:
        done = old.done()
        # Slots and zygotes are warm at the first look, and each kind of hostility comes as often between any two.
        if done >= (len(samples) + 1) * count // _PARTS:
            samples.append(_sample(old, done, time.monotonic() - started))
        if begin is not None and young is None and done >= count - 2 * (over.warm_up + over.lap):
            young = begin()
        if young is not None and len(marks) < 2 and young.done() >= over.warm_up + over.lap * len(marks):
            marks.append((time.monotonic(), done, old.cpu(), young.done(), young.cpu()))
        time.sleep(0.05)
    for run in filter(None, (young, old)):
        if run is young:
            run.process.wait(240)
        run.end()
    return samples, _race(*marks) if len(marks) == 2 else None


def _race(start: tuple[float, ...], finish: tuple[float, ...]) -> Race:
    seconds, old, old_cpu, young, young_cpu = (then - now for now, then in zip(start, finish, strict=True))
    return Race(Pace(seconds / old, old_cpu / old), Pace(seconds / young, young_cpu / young))


def _sample(run: Run, done: int, seconds: float) -> Sample:
    grader = run.process.pid
    slots, zygotes = slots_of(grader), zygotes_of(grader)
    every = [grader, *slots, *zygotes]
    return Sample(
        done=done,
        seconds=seconds,
        cpu=run.cpu(),
        descriptors=sum(map(_descriptors, every)),
        memory=sum(map(_memory, slots + zygotes)),
        grader=_memory(grader),
        processes=len(run.site.processes()),
        mounts=len(Path("/proc/self/mountinfo").read_text().splitlines()),
    )


def _cpu(pid: int) -> float:
    """Seconds of processor time, its children's that it has waited for included."""
    with suppress(psutil.NoSuchProcess):
        return sum(psutil.Process(pid).cpu_times()[:4])
    return 0.0


def _descriptors(pid: int) -> int:
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).num_fds()
    return 0


def _memory(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Rss:"):
                return int(line.split()[1])
    return 0


def told(samples: list[Sample], race: Race | None = None) -> str:
    first, last = samples[0], samples[-1]
    lines = [str(sample) for sample in samples]
    lines += [f"memory: {first.memory} kB → {last.memory} kB; the grader: {first.grader} kB → {last.grader} kB"]
    if race is not None:
        for name, pace in race._asdict().items():
            lines += [f"{name}: {pace.cpu:.4f} s of processors, {pace.seconds:.4f} s of the clock a submission"]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=3600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site, fresh = (Site(Path(folder, name), Path(folder, "cache")) for name in ("site", "fresh"))
        print(told(*soak_and_race(site, fresh, options.submissions, options.seconds)))
        site.is_clean()
        fresh.is_clean()


if __name__ == "__main__":
    main()
