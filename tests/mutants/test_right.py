"""Every right answer keeps all of its points, however unusual."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.sandbox.client import Zygote
from tests.mutants import corpus
from tests.mutants.corpus import Mutant, judge

RIGHT = corpus.corpus("right")


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with corpus.zygote() as one:
        yield one


def test_the_corpus_is_large_enough() -> None:
    assert len(RIGHT) >= 150
    assert {task for mutant in RIGHT for task in mutant.tasks} == corpus.UNIT_OF.keys()


# One in two belongs to every run of the suite.
EACH = [pytest.param(m, marks=[pytest.mark.slow] if i % 2 else [], id=m.name) for i, m in enumerate(RIGHT)]


@pytest.mark.parametrize("mutant", EACH)
def test_a_right_answer_keeps_every_point(mutant: Mutant, zygote: Zygote) -> None:
    verdict = judge(mutant, zygote)
    assert not verdict.failed, str(verdict)
