"""The hidden checks of unit 4: no side effects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checking import as_jax, assert_close, assert_pure, fail, is_close, source, task

Array = NDArray[Any]


def both(*args: Any) -> Iterator[tuple[Any, ...]]:
    """The arguments with NumPy arrays, then with JAX arrays."""
    yield args
    yield as_jax(args)


# --------------------------------------------------------------------------- set_first


def with_first(x: Array, value: Any) -> Array:
    expected = x.copy()
    expected[0] = value
    return expected


@task("set_first", points=0.5, title="replaces the first entry of random data")
def test_set_first_on_random_data(submission, rng):
    x, value = rng.normal(size=5), rng.normal()
    assert_close(submission.set_first(x, value), with_first(x, value), confusions={"update-dropped": x})


@task("set_first", points=0.25, title="replaces the first entry of a JAX array")
def test_set_first_takes_jax_arrays(submission, rng):
    x, value = rng.normal(size=5), rng.normal()
    assert_close(submission.set_first(as_jax(x), value), with_first(x, value), confusions={"update-dropped": x})


@task("set_first", points=0.5, title="replaces the first row of a matrix, and the first matrix of a stack")
def test_set_first_replaces_the_first_row(submission, rng):
    for shape in ((3, 2), (2, 3, 2)):
        x, first = rng.normal(size=shape), rng.normal(size=shape[1:])
        for form, value in both(x, first):
            assert_close(submission.set_first(form, value), with_first(x, first), confusions={"update-dropped": x})


@task("set_first", points=0.25, title="keeps integers, takes a single entry, leaves equal entries alone")
def test_set_first_keeps_integers_and_takes_a_single_entry(submission):
    integers = np.array([7, 7, -2, 7, 0])
    for form in (integers, as_jax(integers)):
        assert_close(submission.set_first(form, -3), with_first(integers, -3), confusions={"update-dropped": integers})
    assert_close(submission.set_first(np.array([4], dtype=np.int32), 0), np.array([0]))
    assert_close(submission.set_first(as_jax(np.array([2.5])), -1.5), np.array([-1.5]))


@task("set_first", points=0.5, title="leaves a matrix alone")
def test_set_first_leaves_a_matrix_alone(submission, rng):
    x, row = rng.normal(size=(3, 2)).astype(np.float32), rng.normal(size=2).astype(np.float32)
    confusions = {"update-dropped": x}
    assert_pure(submission.set_first, x, row, returns=with_first(x, row), confusions=confusions, jax_inputs=False)


# --------------------------------------------------------------------------- scale_row


def scaled(matrix: Array, row: int, factor: float) -> Array:
    expected = matrix.copy()
    expected[row] *= factor
    return expected


def assert_scales_any_row(submission: Any, rng: np.random.Generator, form: Callable[[Array], Any]) -> None:
    matrix = rng.normal(size=(3, 2))
    for row in (0, 2):
        factor = rng.uniform(2.0, 3.0)
        answer = submission.scale_row(form(matrix), row, factor)
        assert_close(answer, scaled(matrix, row, factor), confusions={"update-dropped": matrix})


@task("scale_row", points=0.5, title="multiplies any row of random data")
def test_scale_row_on_random_data(submission, rng):
    assert_scales_any_row(submission, rng, np.array)


@task("scale_row", points=0.25, title="multiplies any row of a JAX array")
def test_scale_row_takes_jax_arrays(submission, rng):
    assert_scales_any_row(submission, rng, as_jax)


@task("scale_row", points=0.5, title="keeps integers, and equal entries of other rows")
def test_scale_row_keeps_integers(submission, rng):
    matrix, row = rng.integers(1, 100, size=(3, 2)), int(rng.integers(3))
    matrix[:, 0] = matrix[row, 0]
    for args in both(matrix, row, -7):
        assert_close(submission.scale_row(*args), scaled(matrix, row, -7), confusions={"update-dropped": matrix})


@task("scale_row", points=0.25, title="takes a single entry, a wide matrix, and a factor of 0")
def test_scale_row_takes_a_single_entry(submission):
    wide = np.array([[1.5, -2.0, 4.0], [0.5, 3.0, -1.0]])
    assert_close(submission.scale_row(wide, 1, 2.0), scaled(wide, 1, 2.0), confusions={"update-dropped": wide})
    assert_close(submission.scale_row(as_jax(np.array([[2.5]])), 0, 3.0), np.array([[7.5]]))
    assert_close(submission.scale_row(np.array([[4]], dtype=np.int32), 0, 0), np.array([[0]]))


@task("scale_row", points=0.5, title="leaves a matrix of integers alone, also with a factor of 1")
def test_scale_row_leaves_integers_alone(submission, rng):
    matrix, row = rng.integers(1, 100, size=(3, 2)).astype(np.int32), int(rng.integers(3))
    for factor in (5, 1):
        assert_pure(submission.scale_row, matrix, row, factor, returns=scaled(matrix, row, factor), jax_inputs=False)


# --------------------------------------------------------------------------- add_at


def added(x: Array, indices: Array, amounts: Array) -> Array:
    expected = x.copy()
    np.add.at(expected, indices, amounts)
    return expected


def set_not_add(x: Array, indices: Array, amounts: Array) -> list[Array]:
    """What writing leaves, of the amounts or of the sums, when the last or the first of two equal places wins."""
    left = []
    for order in (slice(None), slice(None, None, -1)):
        for written in (amounts, x[indices] + amounts):
            result = x.copy()
            result[indices[order]] = written[order]
            left.append(result)
    return left


def confused(x: Array, indices: Array, amounts: Array) -> dict[str, Any]:
    return {"set-not-add": set_not_add(x, indices, amounts), "update-dropped": x}


@task("add_at", points=0.5, title="adds at random places")
def test_add_at_at_random_places(submission, rng):
    data = rng.normal(size=5), rng.permutation(5)[:3], rng.normal(size=3)
    assert_close(submission.add_at(*data), added(*data), confusions={"update-dropped": data[0]})


@task("add_at", points=0.25, title="adds to a JAX array")
def test_add_at_takes_jax_arrays(submission, rng):
    data = rng.normal(size=5), rng.permutation(5)[:3], rng.normal(size=3)
    assert_close(submission.add_at(*as_jax(data)), added(*data), confusions={"update-dropped": data[0]})


@task("add_at", points=0.75, title="gives a place that occurs often all its amounts")
def test_add_at_gives_a_place_all_its_amounts(submission, rng):
    first, second = (int(i) for i in rng.permutation(5)[:2])
    data = rng.normal(size=5), np.array([first, second, first, first, second]), rng.normal(size=5)
    for args in both(*data):
        assert_close(submission.add_at(*args), added(*data), confusions=confused(*data))


@task("add_at", points=0.5, title="keeps integers")
def test_add_at_keeps_integers(submission, rng):
    data = rng.integers(-50, 50, size=5), np.array([4, 0, 4]), rng.integers(1, 50, size=3)
    for args in both(*data):
        assert_close(submission.add_at(*args), added(*data), confusions=confused(*data))


@task("add_at", points=0.25, title="takes a single box")
def test_add_at_takes_a_single_box(submission):
    assert_close(submission.add_at(np.array([2.0]), np.array([0]), np.array([0.5])), np.array([2.5]))
    data = np.array([10]), np.array([0, 0, 0]), np.array([1, 2, 3])
    assert_close(submission.add_at(*as_jax(data)), np.array([16]), confusions=confused(*data))


@task("add_at", points=0.5, title="leaves integers and repeated places alone")
def test_add_at_leaves_integers_alone(submission, rng):
    x, indices, amounts = rng.integers(-50, 50, size=5), np.array([1, 3, 1]), rng.integers(1, 50, size=3)
    data = x.astype(np.int32), indices.astype(np.int32), amounts.astype(np.int32)
    assert_pure(submission.add_at, *data, returns=added(*data), confusions=confused(*data), jax_inputs=False)


# --------------------------------------------------------------------------- zero_negatives


def assert_zeroes_random_data(submission: Any, rng: np.random.Generator, form: Callable[[Array], Any]) -> None:
    for shape in (5, (3, 2)):
        x = rng.normal(size=shape)
        x.flat[:2] = -1.0, 1.0
        answer = submission.zero_negatives(form(x))
        assert_close(answer, np.where(x < 0, 0.0, x), confusions={"update-dropped": x})


@task("zero_negatives", points=0.5, title="sets negative entries of random data to 0, in any shape")
def test_zero_negatives_on_random_data(submission, rng):
    assert_zeroes_random_data(submission, rng, np.array)


@task("zero_negatives", points=0.25, title="sets negative entries of a JAX array to 0")
def test_zero_negatives_takes_jax_arrays(submission, rng):
    assert_zeroes_random_data(submission, rng, as_jax)


@task("zero_negatives", points=0.25, title="keeps integers, large ones too")
def test_zero_negatives_keeps_integers(submission, rng):
    x = np.array([-4, *rng.integers(-9, 10, size=3), 6])
    for (form,) in both(x):
        assert_close(submission.zero_negatives(form), np.where(x < 0, 0, x), confusions={"update-dropped": x})
    assert_close(submission.zero_negatives(np.array([-1], dtype=np.int32)), np.array([0]))
    large = np.array([2**24 + 1, -(2**24), -3, 2**31 - 1, 2**30 + 7], dtype=np.int32)  # float32 cannot hold them
    assert_close(submission.zero_negatives(large), np.where(large < 0, 0, large))


@task("zero_negatives", points=0.25, title="copes with inf and -inf")
def test_zero_negatives_copes_with_infinities(submission):
    x = np.array([np.inf, -2.0, -np.inf, 1.5, 0.0], dtype=np.float32)
    for (form,) in both(x):
        assert_close(submission.zero_negatives(form), np.array([np.inf, 0.0, 0.0, 1.5, 0.0]))


@task("zero_negatives", points=0.25, title="copes with the largest floats")
def test_zero_negatives_copes_with_the_largest_floats(submission):
    largest = float(np.finfo(np.float32).max)
    x = np.array([largest, -largest, 0.75 * largest, -1.0, 0.0], dtype=np.float32)
    for (form,) in both(x):
        assert_close(submission.zero_negatives(form), np.array([largest, 0.0, 0.75 * largest, 0.0, 0.0]))


@task("zero_negatives", points=0.5, title="leaves a matrix alone, also one without negative entries")
def test_zero_negatives_leaves_a_matrix_alone(submission, rng):
    x = rng.normal(size=(3, 2)).astype(np.float32)
    x.flat[:2] = -1.0, 1.0
    confusions = {"update-dropped": x}
    assert_pure(submission.zero_negatives, x, returns=np.where(x < 0, 0.0, x), confusions=confusions, jax_inputs=False)
    assert_pure(submission.zero_negatives, abs(x), returns=abs(x), jax_inputs=False)


# --------------------------------------------------------------------------- with_entry


Params = dict[str, dict[str, Any]]


def random_layers(rng: np.random.Generator) -> Params:
    return {
        "encoder": {"w": rng.normal(size=(3, 2)), "b": rng.normal(size=2)},
        "middle": {"w": rng.normal(size=(3, 2)), "b": rng.normal(size=2), "scale": rng.normal(size=())},
        "decoder": {"b": rng.normal(size=2)},
    }


def with_new(params: Params, layer: str, name: str, value: Any) -> Params:
    """Built entry by entry, so that nothing of `params` is used twice."""
    expected = {key: dict(entries) for key, entries in params.items()}
    expected[layer][name] = value
    return expected


@task("with_entry", points=1, title="replaces one entry of random parameters")
def test_with_entry_replaces_one_entry(submission, rng):
    params = random_layers(rng)
    for layer, name, value in [("middle", "b", rng.normal(size=2)), ("encoder", "w", rng.normal(size=(3, 2)))]:
        expected = with_new(params, layer, name, value)
        for args in both(params, layer, name, value):
            assert_close(submission.with_entry(*args), expected, confusions={"update-dropped": params})


@task("with_entry", points=0.75, title="adds an entry under a new name")
def test_with_entry_adds_a_new_name(submission, rng):
    params, value = random_layers(rng), rng.normal(size=(3, 2))
    expected = with_new(params, "decoder", "w", value)
    for args in both(params, "decoder", "w", value):
        assert_close(submission.with_entry(*args), expected, confusions={"update-dropped": params})


@task("with_entry", points=0.5, title="takes a single entry, another shape and integers")
def test_with_entry_takes_a_single_entry(submission):
    params, value = {"only": {"counts": np.array([1, 2, 3])}}, np.array(5)
    for args in both(params, "only", "counts", value):
        assert_close(submission.with_entry(*args), {"only": {"counts": value}}, confusions={"update-dropped": params})


@task("with_entry", points=1.25, title="leaves larger dictionaries alone, at both levels")
def test_with_entry_leaves_larger_dictionaries_alone(submission, rng):
    params = random_layers(rng)
    # In the old entry's shape, which could be overwritten; in another, which tells that the dict changed; a new entry.
    for name, size in (("b", 2), ("b", 5), ("new", 2)):
        value = rng.normal(size=size)
        assert_pure(
            submission.with_entry,
            *(params, "middle", name, value),
            returns=with_new(params, "middle", name, value),
            may_share=True,
            confusions={"update-dropped": params},
        )


# --------------------------------------------------------------------------- appended


def assert_appended(answer: Any, history: list[Any], item: Any) -> None:
    expected = [*history, item]
    if isinstance(item, list | tuple) and is_close(answer, [*history, *item]) and not is_close(answer, expected):
        fail("The item's own entries were put into the list.", hint="Put the item in without a star, as one item.")
    assert_close(answer, expected)


@task("appended", points=0.75, title="puts the item at the end of any list, also of an empty one")
def test_appended_puts_the_item_at_the_end(submission, rng):
    numbers = [float(number) for number in rng.normal(size=4)]
    for history, item in [(numbers[:3], numbers[3]), ([], numbers[0]), ([True, None, "loss"], {"step": 3})]:
        assert_appended(submission.appended(history, item), history, item)


@task("appended", points=0.25, title="keeps an item that is itself a list in one piece")
def test_appended_keeps_a_list_in_one_piece(submission):
    for history, item in [([1, 2], [3, 4]), ([[1, 2]], [3]), ([], []), (["a"], (1.5, 2.5))]:
        assert_appended(submission.appended(history, item), history, item)


@task("appended", points=0.25, title="takes arrays as items")
def test_appended_takes_arrays(submission, rng):
    history, item = [rng.normal(size=5), rng.normal(size=5)], rng.normal(size=5)
    for args in both(history, item):
        assert_appended(submission.appended(*args), history, item)


@task("appended", points=0.75, title="leaves an empty list and a list of lists alone")
def test_appended_leaves_a_list_of_lists_alone(submission, rng):
    item = [rng.normal(size=5), 1]
    assert_pure(submission.appended, [[1, 2], ["a"]], item, returns=[[1, 2], ["a"], item], may_share=True)
    assert_pure(submission.appended, [], 0.5, returns=[0.5], may_share=True)


# --------------------------------------------------------------------------- running_mean


FOLLOW = source("""
def follow(running_mean, state, numbers):
    means = []
    for number in numbers:
        state, mean = running_mean(state, number)
        means.append(mean)
    return state, means
""")


def assert_mean(answer: Any, state: tuple[int, float], x: float) -> None:
    count, total = state[0] + 1, state[1] + x
    mean, scale = total / count, abs(state[1]) + abs(x)
    if is_close(answer, (mean, (count, total)), dtype="number", scale=scale):
        fail("The mean stands before the state.", hint="Return the new state first, then the mean.")
    confusions = {"nesting": (count, total, mean)}
    assert_close(answer, ((count, total), mean), dtype="number", scale=scale, confusions=confusions)


@task("running_mean", points=1, title="follows a stream of numbers")
def test_running_mean_follows_a_stream_of_numbers(submission, rng):
    numbers = [float(number) for number in rng.normal(size=6)]
    assert_mean(submission.running_mean((0, 0.0), numbers[0]), (0, 0.0), numbers[0])
    answer = submission.evaluate(FOLLOW, submission.running_mean, (0, 0.0), numbers)
    means = [sum(numbers[: k + 1]) / (k + 1) for k in range(len(numbers))]
    scale = max(abs(number) for number in numbers)
    assert_close(answer, ((6, sum(numbers)), means), dtype="number", scale=scale)


@task("running_mean", points=0.75, title="goes on from any state, with Python numbers or JAX scalars")
def test_running_mean_goes_on_from_any_state(submission, rng):
    state = int(rng.integers(2, 9)), float(rng.uniform(5.0, 9.0))
    x = float(rng.normal())
    assert_mean(submission.running_mean(state, x), state, x)
    assert_mean(submission.running_mean(as_jax((np.int32(state[0]), np.float32(state[1]))), x), state, x)


@task("running_mean", points=0.25, title="copes with whole numbers, zeros and sums of 0")
def test_running_mean_copes_with_awkward_numbers(submission):
    for state, x in [((0, 0.0), 0.0), ((1, 3), -3), ((2, 7), 1)]:
        assert_mean(submission.running_mean(state, x), state, x)


@task("running_mean", points=0.75, title="remembers nothing when its state holds JAX scalars")
def test_running_mean_remembers_nothing_with_jax_scalars(submission, rng):
    count, total, x = 3, float(rng.uniform(5.0, 9.0)), float(rng.normal())
    state = as_jax((np.int32(count), np.float32(total)))
    new_state = count + 1, total + x
    assert_pure(submission.running_mean, state, x, returns=(new_state, (total + x) / (count + 1)), dtype="number")
