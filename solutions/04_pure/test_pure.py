"""The public checks of unit 4: no side effects."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checking import as_jax, assert_close, assert_pure, fail, is_close, task

# --------------------------------------------------------------------------- set_first


@task("set_first", points=0.5, title="replaces the first entry")
def test_set_first_replaces_the_first_entry(submission):
    x = np.array([4, 8, 4, 16, 23])
    expected = np.array([-1, 8, 4, 16, 23])
    for form in (x, as_jax(x)):
        assert_close(submission.set_first(form, -1), expected, confusions={"update-dropped": x})


@task("set_first", points=0.5, title="leaves a table alone, whose first entry is its first row")
def test_set_first_leaves_its_argument_alone(submission):
    x = np.array([[4.0, 8.0], [15.0, 16.0], [23.0, 42.0]])
    expected = np.array([[0.5, -1.0], [15.0, 16.0], [23.0, 42.0]])
    assert_pure(submission.set_first, x, np.array([0.5, -1.0]), returns=expected, confusions={"update-dropped": x})


# --------------------------------------------------------------------------- scale_row


@task("scale_row", points=0.5, title="multiplies one row")
def test_scale_row_multiplies_one_row(submission):
    matrix = np.array([[1, 2], [3, 4], [5, 6]])
    expected = np.array([[1, 2], [30, 40], [5, 6]])
    for form in (matrix, as_jax(matrix)):
        assert_close(submission.scale_row(form, 1, 10), expected, confusions={"update-dropped": matrix})


@task("scale_row", points=0.5, title="leaves its argument alone")
def test_scale_row_leaves_its_argument_alone(submission):
    matrix = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    expected = np.array([[1.0, 2.0], [3.0, 4.0], [2.5, 3.0]])
    assert_pure(submission.scale_row, matrix, 2, 0.5, returns=expected, confusions={"update-dropped": matrix})


# --------------------------------------------------------------------------- add_at


@task("add_at", points=0.75, title="adds at every place, twice where a place occurs twice")
def test_add_at_adds_at_every_place(submission):
    x = np.array([10.0, 20.0, 30.0, 40.0, 50.0])
    indices, amounts = np.array([0, 3, 0]), np.array([1.0, 2.0, 5.0])
    expected = np.array([16.0, 20.0, 30.0, 42.0, 50.0])
    confusions = {
        "set-not-add": [
            np.array([boxes[0], 20.0, 30.0, boxes[1], 50.0]) for boxes in [(5, 2), (1, 2), (15, 42), (11, 42)]
        ],
        "update-dropped": x,
    }
    for args in ((x, indices, amounts), as_jax((x, indices, amounts))):
        assert_close(submission.add_at(*args), expected, confusions=confusions)


@task("add_at", points=0.5, title="leaves arrays of integers alone")
def test_add_at_leaves_its_arguments_alone(submission):
    x, indices, amounts = np.array([10, 20, 30, 40, 50]), np.array([4, 1, 2]), np.array([1, 2, 5])
    expected = np.array([10, 22, 35, 40, 51])
    assert_pure(submission.add_at, x, indices, amounts, returns=expected, confusions={"update-dropped": x})


# --------------------------------------------------------------------------- zero_negatives


@task("zero_negatives", points=0.5, title="sets negative entries to 0 and keeps the others")
def test_zero_negatives_sets_negative_entries_to_0(submission):
    x = np.array([3.0, -1.5, np.inf, -np.inf, 0.5])
    expected = np.array([3.0, 0.0, np.inf, 0.0, 0.5])
    for form in (x, as_jax(x)):
        assert_close(submission.zero_negatives(form), expected, confusions={"update-dropped": x})


@task("zero_negatives", points=0.5, title="leaves integers alone, and integers they stay")
def test_zero_negatives_leaves_its_argument_alone(submission):
    x = np.array([-4, 1, 0, -2, 7])
    expected = np.array([0, 1, 0, 0, 7])
    assert_pure(submission.zero_negatives, x, returns=expected, confusions={"update-dropped": x})


# --------------------------------------------------------------------------- with_entry


def two_layers() -> dict[str, dict[str, Any]]:
    return {
        "hidden": {"w": np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), "b": np.array([0.5, -0.5])},
        "out": {"w": np.array([7.0, 8.0]), "b": np.array(9.0)},
    }


@task("with_entry", points=0.75, title="puts the value at its place and keeps everything else")
def test_with_entry_puts_the_value_at_its_place(submission):
    params, value = two_layers(), np.array([10.0, 20.0])
    expected = two_layers()
    expected["hidden"]["b"] = value
    for form in (params, as_jax(params)):
        answer = submission.with_entry(form, "hidden", "b", as_jax(value))
        assert_close(answer, expected, confusions={"update-dropped": params})


@task("with_entry", points=0.75, title="leaves the given dictionaries alone, at both levels")
def test_with_entry_leaves_the_given_dictionaries_alone(submission):
    params, value = two_layers(), np.array([-1.0, 0.0, 1.0])
    expected = two_layers()
    expected["out"]["w"] = value
    confusions = {"update-dropped": params}
    assert_pure(
        submission.with_entry, params, "out", "w", value, returns=expected, may_share=True, confusions=confusions
    )


# --------------------------------------------------------------------------- appended


@task("appended", points=0.5, title="gives back a list that is one item longer")
def test_appended_gives_back_a_longer_list(submission):
    assert_close(submission.appended([3.0, 2.0, 1.5], 1.25), [3.0, 2.0, 1.5, 1.25])
    assert_close(submission.appended(["Ada", "Bea"], "Cem"), ["Ada", "Bea", "Cem"])


@task("appended", points=0.5, title="leaves the given list alone")
def test_appended_leaves_the_given_list_alone(submission):
    assert_pure(submission.appended, [3, 2, 1], 2, returns=[3, 2, 1, 2], may_share=True)


# --------------------------------------------------------------------------- running_mean


@task("running_mean", points=0.75, title="gives the new state and the mean")
def test_running_mean_gives_the_new_state_and_the_mean(submission):
    for state, x, new_state, mean in [((0, 0.0), 4.0, (1, 4.0), 4.0), ((3, 12.0), 9.5, (4, 21.5), 5.375)]:
        answer = submission.running_mean(state, x)
        if is_close(answer, (mean, new_state), dtype="number"):
            fail("The mean stands before the state.", hint="Return the new state first, then the mean.")
        assert_close(answer, (new_state, mean), dtype="number", confusions={"nesting": (*new_state, mean)})


@task("running_mean", points=0.5, title="remembers nothing outside its state")
def test_running_mean_remembers_nothing_outside_its_state(submission):
    assert_pure(submission.running_mean, (3, 9.0), 0.0, returns=((4, 9.0), 2.25), dtype="number")
