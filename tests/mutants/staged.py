"""`make mutants-staged`: every answer of the corpus judged twice, with and without tracing; says which reports differ.

python -m tests.mutants.staged [PART …]      only answers whose name holds one of these parts
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence

from autograder.batch import cores
from autograder.sandbox.client import Zygote
from tests.mutants import corpus
from tests.mutants.corpus import Mutant, judge, unmarked
from tests.mutants.machine import mutants

_zygote: Zygote | None = None


def main(parts: Sequence[str]) -> int:
    """How many reports differ."""
    everything = [*corpus.corpus("wrong"), *corpus.corpus("right"), *(mutant for mutant, _ in mutants())]
    chosen = [mutant for mutant in everything if not parts or any(part in mutant.name for part in parts)]
    with multiprocessing.get_context("spawn").Pool(cores(), _start) as pool:
        same = pool.map(_is_the_same, chosen, chunksize=4)
        pool.close()
        pool.join()
    different = [mutant.name for mutant, equal in zip(chosen, same, strict=True) if not equal]
    print(f"{len(chosen)} answers judged with and without tracing; reports that differ: {len(different)}")
    for name in different:
        print(f"  DIFFERS: {name}")
    return len(different)


def _start() -> None:
    global _zygote
    _zygote = corpus.zygote()
    _zygote.start()


def _is_the_same(mutant: Mutant) -> bool:
    assert _zygote is not None
    return unmarked(judge(mutant, _zygote, staged=True).report) == unmarked(judge(mutant, _zygote).report)


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
