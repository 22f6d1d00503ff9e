"""The public checks of 01_arrays: what `check("…")` runs, on data small enough to follow by hand."""

import numpy as np

from autograder.checking import as_jax, assert_close, assert_pure, task

# --------------------------------------------------------------------------- as_float32


@task("as_float32", points=0.5, title="numbers, lists and tuples become float32 arrays")
def test_python_numbers_become_float32_arrays(submission):
    assert_close(submission.as_float32(2.5), 2.5, kind="jax", dtype="float32")
    assert_close(submission.as_float32([1, 2, 3]), np.array([1.0, 2.0, 3.0]), kind="jax", dtype="float32")
    mixed = submission.as_float32([1, 2.5, 3])
    whole = {"int-truncates": np.array([1.0, 2.0, 3.0])}
    assert_close(mixed, np.array([1.0, 2.5, 3.0]), kind="jax", dtype="float32", confusions=whole)
    assert_close(
        submission.as_float32(((1.5, 2.5), (3.5, 4.5))),
        np.array([[1.5, 2.5], [3.5, 4.5]]),
        kind="jax",
        dtype="float32",
        confusions={"int-truncates": np.array([[1.0, 2.0], [3.0, 4.0]])},
    )


@task("as_float32", points=0.25, title="takes NumPy and JAX arrays")
def test_arrays_become_float32_arrays(submission):
    for values in (np.array([0.5, -1.5]), np.array([4, 5]), np.array([[0.25]], dtype=np.float32)):
        for form in (values, as_jax(values)):
            assert_close(submission.as_float32(form), values.astype(np.float64), kind="jax", dtype="float32")


@task("as_float32", points=0.25, title="leaves the list it was given alone")
def test_as_float32_leaves_a_list_alone(submission):
    def right(answer):
        assert_close(answer, np.array([3.0, 1.0, 2.0]), kind="jax", dtype="float32")

    assert_pure(submission.as_float32, [3, 1, 2], returns=right, may_share=True)


# --------------------------------------------------------------------------- standardize


@task("standardize", points=0.75, title="mean 0 and standard deviation 1")
def test_standardized_values_of_a_small_array(submission):
    x = np.array([1.0, 3.0, 5.0, 7.0, 9.0])  # mean 5, population std sqrt(8)
    assert_close(submission.standardize(x), np.array([-4.0, -2.0, 0.0, 2.0, 4.0]) / np.sqrt(8.0))


@task("standardize", points=0.25, title="one mean and one std for a whole table")
def test_a_table_is_standardized_as_a_whole(submission):
    table = np.array([[1, 2], [3, 4], [5, 9]])  # mean 4, population std sqrt(20 / 3)
    assert_close(submission.standardize(as_jax(table)), (table - 4.0) / np.sqrt(20.0 / 3.0))


@task("standardize", points=0.25, title="leaves its argument alone")
def test_standardize_leaves_its_argument_alone(submission):
    x = np.array([2.0, 2.0, 8.0, 4.0, 4.0])  # mean 4, population std sqrt(4.8)
    assert_pure(submission.standardize, x, returns=(x - 4.0) / np.sqrt(4.8))


# --------------------------------------------------------------------------- squared_distances

TRIANGLE = np.array([[0.0, 0.0], [3.0, 0.0], [0.0, 4.0]])
PAIR = np.array([[0.0, 0.0], [1.0, 2.0]])
BETWEEN = np.array([[0.0, 5.0], [9.0, 8.0], [16.0, 5.0]])  # [i, j]: from TRIANGLE[i] to PAIR[j]


@task("squared_distances", points=1, title="the squared distances between two small sets")
def test_squared_distances_between_a_triangle_and_a_pair(submission):
    assert_close(submission.squared_distances(TRIANGLE, PAIR), BETWEEN)


@task("squared_distances", points=0.25, title="rows belong to the first set, columns to the second")
def test_squared_distances_the_other_way_round(submission):
    assert_close(submission.squared_distances(as_jax(PAIR), as_jax(TRIANGLE)), BETWEEN.T)


@task("squared_distances", points=0.5, title="leaves both sets alone")
def test_squared_distances_leave_both_sets_alone(submission):
    assert_pure(submission.squared_distances, TRIANGLE, PAIR, returns=BETWEEN)


# --------------------------------------------------------------------------- count_above


@task("count_above", points=0.5, title="counts the entries above a threshold")
def test_entries_above_a_threshold_are_counted(submission):
    assert_close(submission.count_above(np.array([1.0, 4.0, -2.0, 3.5, 0.0]), 0.5), 3)


@task("count_above", points=0.25, title="an entry equal to the threshold does not count")
def test_entries_equal_to_the_threshold_do_not_count(submission):
    assert_close(submission.count_above(as_jax(np.array([2, 3, 2, 1, 3])), 2), 2)


@task("count_above", points=0.25, title="leaves its argument alone")
def test_count_above_leaves_its_argument_alone(submission):
    x = np.array([[1.5, 2.5], [0.5, -1.0], [3.0, 0.0]])
    assert_pure(submission.count_above, x, 1.0, returns=3)


# --------------------------------------------------------------------------- one_hot


@task("one_hot", points=1, title="a single 1 in every row, at the label's place")
def test_labels_become_one_hot_rows(submission):
    rows = np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    assert_close(submission.one_hot(np.array([2, 0, 1]), 3), rows)


@task("one_hot", points=0.25, title="a label out of range gives a row of zeros")
def test_a_label_out_of_range_gives_zeros(submission):
    rows = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    last, first = np.array([0.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.0])
    clamped = [
        np.array([last, rows[1], last]),
        np.array([last, rows[1], rows[2]]),
        np.array([last, rows[1], first]),
    ]
    answer = submission.one_hot(as_jax(np.array([7, 1, -1])), 3)
    assert_close(answer, rows, confusions={"index-clamped": clamped})


@task("one_hot", points=0.5, title="leaves the labels alone")
def test_one_hot_leaves_the_labels_alone(submission):
    rows = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    assert_pure(submission.one_hot, np.array([1, 2, 0]), 3, returns=rows)
