"""Every wrong answer loses points, and the misconception behind it is called by its name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.sandbox.client import Zygote
from tests.mutants import corpus
from tests.mutants.corpus import Mutant, judge

WRONG = corpus.corpus("wrong")


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with corpus.zygote() as one:
        yield one


def test_the_corpus_is_large_enough() -> None:
    assert len(WRONG) >= 250
    assert {task for mutant in WRONG for task in mutant.tasks} == corpus.UNIT_OF.keys()


def test_nine_of_ten_mistakes_that_have_a_name_are_called_by_it() -> None:
    to_name = [mutant for mutant in WRONG if mutant.misconceptions]
    assert sum(mutant.recognised for mutant in to_name) >= 0.9 * len(to_name)


# One in eight belongs to every run of the suite.
EACH = [pytest.param(m, marks=[pytest.mark.slow] if i % 8 else [], id=m.name) for i, m in enumerate(WRONG)]


@pytest.mark.parametrize("mutant", EACH)
def test_a_wrong_answer_is_caught_and_named(mutant: Mutant, zygote: Zygote) -> None:
    verdict = judge(mutant, zygote)
    assert verdict.failed, "every check of it passed"
    if mutant.misconceptions and mutant.recognised:
        assert verdict.named & {*mutant.misconceptions}, f"not named, but said:\n{verdict}"
