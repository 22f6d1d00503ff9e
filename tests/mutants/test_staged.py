"""Tracing changes no verdict: every report is the same, whether what traces is computed in an evaluator or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.sandbox.client import Zygote
from tests.mutants import corpus
from tests.mutants.corpus import Mutant, judge, unmarked

ALL = [*corpus.corpus("wrong"), *corpus.corpus("right")]
# One in eighty belongs to every run of the suite, one in eight to the long one, all of them to `make mutants-staged`.
LONG = [pytest.mark.slow, pytest.mark.long]
SOME = [pytest.param(m, marks=LONG if i % 80 else [], id=m.name) for i, m in enumerate(ALL) if not i % 8]


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with corpus.zygote() as one:
        yield one


@pytest.mark.parametrize("mutant", SOME)
def test_a_report_is_the_same_with_and_without_tracing(mutant: Mutant, zygote: Zygote) -> None:
    assert unmarked(judge(mutant, zygote, staged=True).report) == unmarked(judge(mutant, zygote).report)
