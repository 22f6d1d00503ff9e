"""A solution with one small thing changed loses points, or is on the list of those that are right, too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.sandbox.client import Zygote
from tests.mutants import corpus
from tests.mutants.corpus import Mutant, judge
from tests.mutants.machine import equivalents, mutants

MADE = [mutant for mutant, _ in mutants()]


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with corpus.zygote() as one:
        yield one


def test_the_list_of_equivalents_names_mutants_that_there_are_and_says_why() -> None:
    assert equivalents().keys() <= {mutant.name for mutant in MADE}
    assert all(equivalents().values())


# All of them take minutes, in `make mutants`.
SOME = [mutant for mutant in MADE if mutant.name not in equivalents()][::8]


@pytest.mark.slow
@pytest.mark.parametrize("mutant", SOME, ids=lambda mutant: mutant.name)
def test_a_changed_solution_loses_points(mutant: Mutant, zygote: Zygote) -> None:
    assert judge(mutant, zygote).failed
