"""A class of thousands, one in twenty hostile, in one run: what does it take at the beginning, and what at the end?

python -m tests.faults.soak --submissions 20000
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.faults.conftest import Site, slots_of, zygotes_of
from tests.grading.conftest import RIGHT

_TICKS = os.sysconf("SC_CLK_TCK")
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
    processes: int  # of slots and zygotes, without the workers at the moment
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


def soak(site: Site, count: int, seconds: float = 3600) -> list[Sample]:
    """Grade a class of that size and look at the run after each tenth of it."""
    yml = site.course.root / "course.yml"
    yml.write_text(yml.read_text().replace("call_seconds: 2, load_seconds: 4", "call_seconds: 1, load_seconds: 2"))
    hand_in(site, count)
    process = site.start()
    samples: list[Sample] = []
    started = time.monotonic()
    while process.poll() is None and time.monotonic() - started < seconds:
        done = sum(1 for student in os.scandir(site.out) if student.is_dir()) if site.out.exists() else 0
        # Slots and zygotes are warm at the first look, and each kind of hostility comes as often between any two.
        if done >= (len(samples) + 1) * count // _PARTS:
            samples.append(_sample(process.pid, done, time.monotonic() - started))
        time.sleep(0.05)
    process.kill()
    _, said = process.communicate()
    assert process.returncode == 0, said[-2000:]
    return samples


def _sample(grader: int, done: int, seconds: float) -> Sample:
    slots, zygotes = slots_of(grader), zygotes_of(grader)
    every = [grader, *slots, *zygotes]
    return Sample(
        done=done,
        seconds=seconds,
        cpu=sum(map(_cpu, every)),
        descriptors=sum(map(_descriptors, every)),
        memory=sum(map(_memory, slots + zygotes)),
        grader=_memory(grader),
        processes=len(every),
        mounts=len(Path("/proc/self/mountinfo").read_text().splitlines()),
    )


def _cpu(pid: int) -> float:
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / _TICKS
    return 0.0


def _descriptors(pid: int) -> int:
    with suppress(OSError):
        return len(os.listdir(f"/proc/{pid}/fd"))
    return 0


def _memory(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Rss:"):
                return int(line.split()[1])
    return 0


def pace(samples: list[Sample], of: str) -> tuple[float, float]:
    """Median seconds a submission takes near the beginning and near the end: of the clock's, or the processor's."""
    steps = [
        (getattr(then, of) - getattr(now, of)) / (then.done - now.done)
        for now, then in itertools.pairwise(samples)
        if then.done > now.done
    ]
    return statistics.median(steps[:2]), statistics.median(steps[-2:])


def told(samples: list[Sample]) -> str:
    first, last = samples[0], samples[-1]
    lines = [str(sample) for sample in samples]
    lines += [
        f"{of}: {pace(samples, of)[0]:.4f} s → {pace(samples, of)[1]:.4f} s a submission" for of in ("seconds", "cpu")
    ]
    lines += [f"memory: {first.memory} kB → {last.memory} kB; the grader: {first.grader} kB → {last.grader} kB"]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=3600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder, "site"), Path(folder, "cache"))
        print(told(soak(site, options.submissions, options.seconds)))
        site.is_clean()


if __name__ == "__main__":
    main()
