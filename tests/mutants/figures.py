"""`make mutants`: the figures of the verdict — wrong ones passed, right ones failed, mistakes named, mutants killed.

python -m tests.mutants [PART …]      only answers whose name holds one of these parts
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Sequence

from autograder.batch import cores
from autograder.sandbox.client import Zygote
from tests.mutants import corpus, messages
from tests.mutants.corpus import Mutant, Verdict, judge
from tests.mutants.machine import equivalents, mutants

_zygote: Zygote | None = None


def main(parts: Sequence[str]) -> int:
    """Judge everything and print the figures; how many answers surprised us."""
    machine = [mutant for mutant, _ in mutants() if mutant.name not in equivalents()]
    groups = [[m for m in group if _chosen(m, parts)] for group in (corpus.corpus("wrong"), corpus.corpus("right"))]
    groups.append([mutant for mutant in machine if _chosen(mutant, parts)])
    with multiprocessing.get_context("spawn").Pool(cores(), _start) as pool:
        timed = [pool.map(_judge, group, chunksize=4) for group in groups]
        pool.close()
        pool.join()
    verdicts = [[verdict for verdict, _ in group] for group in timed]
    _say_slow(
        [
            (m, seconds)
            for group, found in zip(groups, timed, strict=True)
            for m, (_, seconds) in zip(group, found, strict=True)
        ]
    )
    wrong, right, made = (list(zip(group, found, strict=True)) for group, found in zip(groups, verdicts, strict=True))
    if not parts:
        messages.write(wrong)
    return _say_wrong(wrong) + _say_right(right) + _say_made(made)


def _chosen(mutant: Mutant, parts: Sequence[str]) -> bool:
    return not parts or any(part in mutant.name for part in parts)


def _start() -> None:
    global _zygote
    _zygote = corpus.zygote()
    _zygote.start()


def _judge(mutant: Mutant) -> tuple[Verdict, float]:
    assert _zygote is not None
    started = time.monotonic()
    return judge(mutant, _zygote), time.monotonic() - started


def _say_slow(timed: Sequence[tuple[Mutant, float]]) -> None:
    print(f"{len(timed)} answers, {sum(seconds for _, seconds in timed):.0f} s of work; the slowest:")
    for mutant, seconds in sorted(timed, key=lambda pair: -pair[1])[:12]:
        print(f"  {seconds:5.1f} s {mutant.name}")


def _say_wrong(wrong: Sequence[tuple[Mutant, Verdict]]) -> int:
    passed = [mutant.name for mutant, verdict in wrong if not verdict.failed]
    to_name = [(mutant, verdict) for mutant, verdict in wrong if mutant.misconceptions]
    unnamed = [(m, v) for m, v in to_name if not v.named & {*m.misconceptions}]
    public = sum(verdict.publicly_failed for _, verdict in wrong)
    print(f"wrong answers: {len(wrong)}, passed: {len(passed)}")
    print(f"  misconception named: {len(to_name) - len(unnamed)} of {len(to_name)}")
    print(f"  caught by the public checks alone: {public} ({100 * public / max(len(wrong), 1):.0f} %)")
    for name in passed:
        print(f"  PASSED: {name}")
    for mutant, verdict in unnamed:
        print(
            f"  not named: {mutant.name}: {' | '.join(mutant.misconceptions)}, but {sorted(verdict.named) or 'nothing'}"
        )
    for mutant, verdict in wrong:
        if verdict.failed and not verdict.publicly_failed:
            print(f"  only hidden checks: {mutant.name}")
    return len(passed)


def _say_right(right: Sequence[tuple[Mutant, Verdict]]) -> int:
    failed = [(mutant, verdict) for mutant, verdict in right if verdict.failed]
    print(f"right answers: {len(right)}, failed: {len(failed)}")
    for mutant, verdict in failed:
        print(f"  FAILED: {mutant.name}\n    " + str(verdict).replace("\n", "\n    "))
    return len(failed)


def _say_made(made: Sequence[tuple[Mutant, Verdict]]) -> int:
    alive = [mutant.name for mutant, verdict in made if not verdict.failed]
    print(f"machine-made mutants: {len(made)}, killed: {len(made) - len(alive)}; equivalent: {len(equivalents())}")
    for name in alive:
        print(f"  ALIVE: {name}")
    return len(alive)
