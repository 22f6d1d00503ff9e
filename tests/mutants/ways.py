"""`make mutants-ways`: every answer of the corpus judged again without each speed-up; says which reports differ.

python -m tests.mutants.ways [WAY …] [--of PART …]      only these ways; only answers whose name holds one of the parts
"""

from __future__ import annotations

import argparse
import contextlib
import math
import multiprocessing
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from autograder.batch import cores
from autograder.model import Report
from autograder.sandbox.client import Zygote
from autograder.sandbox.confine import Tier
from autograder.text import to_json
from tests.mutants import corpus
from tests.mutants.corpus import Mutant, judge, unmarked
from tests.mutants.machine import mutants

_UNHURRIED = Path(__file__).with_name("unhurried.py")


def _traced(mutant: Mutant) -> Report:
    return judge(mutant, _zygote("as it is"), staged=True).report


def _by(name: str) -> Callable[[Mutant], Report]:
    return lambda mutant: judge(mutant, _zygote(name)).report


def _in_a_new_process(mutant: Mutant) -> Report:
    with _ZYGOTES["as it is"]() as zygote:
        return judge(mutant, zygote).report


_ZYGOTES: dict[str, Callable[[], Zygote]] = {
    "as it is": corpus.zygote,
    "compiled-anew": lambda: Zygote(Tier.NONE),
    "optimised": lambda: Zygote(Tier.NONE, cache_dir=corpus.folder(), fill=True, serve=f"{_UNHURRIED}:optimised"),
    "contexts": lambda: Zygote(Tier.NONE, cache_dir=corpus.folder(), fill=True, serve=f"{_UNHURRIED}:contexts"),
}
WAYS: dict[str, Callable[[Mutant], Report]] = {
    "traced": _traced,  # this one adds a speed-up, a device's
    "compiled-anew": _by("compiled-anew"),  # no program that a rehearsal or another answer has left
    "optimised": _by("optimised"),  # XLA with its own switches
    "contexts": _by("contexts"),  # an MLIR context for each program
    "processes": _in_a_new_process,  # an interpreter for each answer, not a fork of a warm one
}
_SELDOM = {"processes": 20}  # an answer takes seconds: only one of so many
# Other instructions round otherwise, in the last digit of seven, and a slope between two near points magnifies that.
_ROUNDS = {"optimised"}
_NUMBER = re.compile(r"-?\b\d+(?:\.\d*)?(?:e[-+]?\d+)?")
_started: dict[str, Zygote] = {}


def main() -> int:
    """How many reports differ."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.ways", description=__doc__.splitlines()[0])
    parser.add_argument("ways", nargs="*", metavar="WAY", help=f"of {', '.join(WAYS)}; all when none is named")
    parser.add_argument("--of", nargs="*", metavar="PART", default=[], help="only answers with such a part in the name")
    options = parser.parse_args()
    everything = [*corpus.corpus("wrong"), *corpus.corpus("right"), *(mutant for mutant, _ in mutants())]
    chosen = [mutant for mutant in everything if not options.of or any(part in mutant.name for part in options.of)]
    wanted = options.ways or list(WAYS)
    work = [(mutant, _due(wanted, number)) for number, mutant in enumerate(chosen)]
    differs = 0
    with multiprocessing.get_context("spawn").Pool(cores()) as pool:
        for number, (mutant, ways) in enumerate(pool.imap(_different, work), 1):
            differs += len(ways)
            if ways or not number % 100:
                print(f"{number}: DIFFERS: {mutant} ({', '.join(ways)})" if ways else f"{number} …", flush=True)
        pool.close()
        pool.join()
    for way in wanted:
        print(f"{way}: {sum(way in ways for _, ways in work)} answers judged again")
    print(f"reports that differ: {differs}")
    return differs


def _due(ways: list[str], number: int) -> list[str]:
    return [way for way in ways if not number % _SELDOM.get(way, 1)]


def _different(todo: tuple[Mutant, list[str]]) -> tuple[str, list[str]]:
    """An answer's name, and the ways in which its report is another."""
    mutant, ways = todo
    usual = unmarked(judge(mutant, _zygote("as it is")).report)
    reports = {way: unmarked(WAYS[way](mutant)) for way in ways}
    return mutant.name, [
        way for way in ways if reports[way] != usual and not (way in _ROUNDS and _alike(reports[way], usual))
    ]


def _alike(one: Report, other: Report) -> bool:
    """The same report, up to the rounding of a wrong answer's numbers in what is said and drawn of it."""
    texts = [_NUMBER.split(to_json(report)) for report in (one, other)]
    numbers = [[float(number) for number in _NUMBER.findall(to_json(report))] for report in (one, other)]
    return texts[0] == texts[1] and all(map(_close, *numbers))


def _close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=2e-3, abs_tol=1e-5)


def is_the_same(way: str, mutant: Mutant) -> bool:
    """Whether an answer's report is the same that way."""
    return not _different((mutant, [way]))[1]


@contextlib.contextmanager
def zygotes() -> Iterator[None]:
    """End what `is_the_same` has started."""
    try:
        yield
    finally:
        while _started:
            _started.popitem()[1].close()


def _zygote(name: str) -> Zygote:
    if name not in _started:
        _started[name] = _ZYGOTES[name]()
        _started[name].start()
    return _started[name]


if __name__ == "__main__":
    sys.exit(min(main(), 1))
