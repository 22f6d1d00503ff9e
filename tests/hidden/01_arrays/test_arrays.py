"""The hidden checks of 01_arrays: random data, other shapes and dtypes, awkward numbers, purity once more."""

import numpy as np

from autograder.checking import as_jax, assert_close, assert_pure, fail, is_close, task


def eighths(rng, shape):
    """Random multiples of 1/8: exact in float32, so that right answers do not differ by how they were rounded."""
    return np.asarray(rng.integers(-24, 25, shape) / 8)


# --------------------------------------------------------------------------- as_float32


def assert_float32(answer, values, confusions=None):
    assert_close(answer, np.asarray(values, np.float64), kind="jax", dtype="float32", confusions=confusions)


@task("as_float32", points=1, title="random numbers, lists and tuples, also mixed and with infinity")
def test_random_numbers_and_lists_become_float32_arrays(submission, rng):
    numbers = [float(number) for number in rng.normal(size=5).round(3) + 0.0001]
    whole = [int(number) for number in rng.integers(-9, 10, 5)]
    assert_float32(submission.as_float32(numbers[0]), numbers[0], {"int-truncates": np.trunc(numbers[0])})
    assert_float32(submission.as_float32(whole[0]), whole[0])
    assert_float32(submission.as_float32(numbers), numbers, {"int-truncates": np.trunc(numbers)})
    assert_float32(submission.as_float32(tuple(whole)), whole)
    mixed = [whole[0], *numbers]
    assert_float32(submission.as_float32(mixed), mixed, {"int-truncates": np.trunc(mixed)})
    assert_float32(submission.as_float32([numbers[0], np.inf, -np.inf]), [numbers[0], np.inf, -np.inf])


@task("as_float32", points=0.25, title="lists in lists, of one entry too")
def test_nested_lists_keep_their_shape(submission, rng):
    table = eighths(rng, (3, 2))
    assert_float32(submission.as_float32(table.tolist()), table)
    assert_float32(submission.as_float32([(1, 2.5), (3, 4)]), [[1.0, 2.5], [3.0, 4.0]])
    assert_float32(submission.as_float32([[[7]]]), [[[7.0]]])


@task("as_float32", points=0.25, title="arrays of any dtype")
def test_arrays_of_any_dtype_become_float32(submission, rng):
    for dtype in (np.float64, np.float32, np.float16, np.int64, np.int32, np.uint8):
        values = rng.integers(1, 25, 5).astype(dtype)
        assert_float32(submission.as_float32(values), values)
        assert_float32(submission.as_float32(as_jax(values)), values)


@task("as_float32", points=0.25, title="arrays of shape (), (1,) and (3, 2)")
def test_arrays_keep_their_shape_in_float32(submission, rng):
    for shape in ((3, 2), (1,), ()):
        values = eighths(rng, shape)
        assert_float32(submission.as_float32(values), values)
        assert_float32(submission.as_float32(as_jax(values)), values)


@task("as_float32", points=0.25, title="leaves nested lists and arrays alone")
def test_as_float32_leaves_lists_and_arrays_alone(submission, rng):
    table = rng.integers(-9, 10, (3, 2))

    def right(answer):
        assert_float32(answer, table)

    assert_pure(submission.as_float32, table.tolist(), returns=right, may_share=True)
    assert_pure(submission.as_float32, table / 1.0, returns=right, may_share=True)
    thirds = rng.integers(1, 25, 5) + 1 / 3  # float32 cannot hold them: who rounds in place is seen
    assert_pure(submission.as_float32, thirds, returns=lambda answer: assert_float32(answer, thirds), may_share=True)


# --------------------------------------------------------------------------- standardize


def standardized(x):
    x = np.asarray(x, np.float64)
    return (x - x.mean()) / x.std()


def different(rng, shape):
    """Random whole numbers, no two of them equal, so that there is a deviation to divide by."""
    return rng.permutation(np.arange(-20, 21))[: int(np.prod(shape))].reshape(shape)


@task("standardize", points=1.25, title="random data, also with a small deviation")
def test_random_data_is_standardized(submission, rng):
    for size in (1.0, 2.0**-10):
        x = (different(rng, 5) / 8 + rng.normal()) * size
        assert_close(submission.standardize(x), standardized(x))
        assert_close(submission.standardize(as_jax(x)), standardized(x))


@task("standardize", points=0.5, title="integers become floats")
def test_integers_are_standardized_to_floats(submission, rng):
    integers = different(rng, 5)
    for x in (integers, (integers + 25).astype(np.uint8)):  # the squares of bytes do not fit into bytes
        assert_close(submission.standardize(x), standardized(x))
        assert_close(submission.standardize(as_jax(x)), standardized(x))


@task("standardize", points=0.25, title="other shapes, over all entries, with one far from the others")
def test_other_shapes_are_standardized_as_a_whole(submission, rng):
    for shape in ((3, 2), (1, 2), (2, 3, 2)):
        x = different(rng, shape).astype(np.float32)
        x.flat[0] = 500.0
        assert_close(submission.standardize(x), standardized(x))
        assert_close(submission.standardize(as_jax(x)), standardized(x))


@task("standardize", points=0.25, title="a mean far from zero, so subtract before you square")
def test_data_far_from_zero_is_standardized(submission, rng):
    for mean in (96.0, -96.0):
        for _ in range(3):
            # The answer is that of the rounded data: at 96, float32 has steps of 8e-6.
            x = (standardized(different(rng, 5) + rng.normal(size=5) / 4) + mean).astype(np.float32)
            assert_close(submission.standardize(x), standardized(x))
            assert_close(submission.standardize(as_jax(x)), standardized(x))


@task("standardize", points=0.5, title="leaves a table alone, also one that is standardized already")
def test_standardize_leaves_a_table_alone(submission, rng):
    x = different(rng, (3, 2)) / 8
    assert_pure(submission.standardize, x, returns=standardized(x))
    done = rng.permutation([1.0, 1.0, 1.0, -1.0, -1.0, -1.0]).reshape(3, 2)
    assert_pure(submission.standardize, done, returns=done)


# --------------------------------------------------------------------------- squared_distances


def distances(a, b):
    differences = np.asarray(a, np.float64)[:, None, :] - np.asarray(b, np.float64)[None, :, :]
    return np.sum(differences**2, axis=-1)


def size_of(a, b):
    """The size of the terms in a squared distance, for points that may coincide."""
    return max(1.0, float(np.max(np.abs(a)) + np.max(np.abs(b))) ** 2)


@task("squared_distances", points=1.5, title="random points, also whole ones among others")
def test_squared_distances_of_random_points(submission, rng):
    a, b = eighths(rng, (5, 3)), eighths(rng, (2, 3))
    assert_close(submission.squared_distances(a, b), distances(a, b), scale=size_of(a, b))
    assert_close(submission.squared_distances(as_jax(a), as_jax(b)), distances(a, b), scale=size_of(a, b))
    whole = rng.integers(-3, 4, (5, 3))
    b[0] = whole[0] + 0.625  # its distance from the first is no whole number
    for form in (whole, as_jax(whole)):
        expected = distances(whole, b)
        answer = submission.squared_distances(form, b)
        assert_close(answer, expected, scale=size_of(whole, b), confusions={"int-truncates": np.trunc(expected)})


@task("squared_distances", points=0.25, title="one point, one coordinate")
def test_squared_distances_of_single_points(submission, rng):
    for n, m, d in ((1, 1, 1), (1, 2, 3)):
        a, b = eighths(rng, (n, d)), eighths(rng, (m, d)) + 10.0
        assert_close(submission.squared_distances(a, b), distances(a, b))
        assert_close(submission.squared_distances(as_jax(a), as_jax(b)), distances(a, b))


@task("squared_distances", points=0.5, title="as many points in both sets, some the same, NumPy with JAX")
def test_squared_distances_of_equal_points_are_zero(submission, rng):
    a = eighths(rng, (3, 2))
    b = np.concatenate([a[::2], eighths(rng, (1, 2))]).astype(np.float32)
    assert_close(submission.squared_distances(a, as_jax(b)), distances(a, b), scale=size_of(a, b))
    assert_close(submission.squared_distances(as_jax(a), b), distances(a, b), scale=size_of(a, b))
    assert_close(submission.squared_distances(a, a), distances(a, a), scale=size_of(a, a))


@task("squared_distances", points=0.5, title="points far from the origin, so subtract before you square")
def test_squared_distances_far_from_the_origin(submission, rng):
    a, b = eighths(rng, (5, 3)) + 1000.0, eighths(rng, (2, 3)) + 1008.0
    assert_close(submission.squared_distances(a, b), distances(a, b))
    assert_close(submission.squared_distances(as_jax(a), as_jax(b)), distances(a, b))


@task("squared_distances", points=0.5, title="leaves larger sets alone")
def test_squared_distances_leave_larger_sets_alone(submission, rng):
    a, b = eighths(rng, (5, 3)), eighths(rng, (2, 3)) + 10.0
    assert_pure(submission.squared_distances, a, b, returns=distances(a, b))


# --------------------------------------------------------------------------- count_above


def how_many(x, threshold):
    return int(np.sum(x > threshold))


@task("count_above", points=1, title="random data")
def test_random_entries_above_are_counted(submission, rng):
    x = eighths(rng, 5)
    for threshold in (float(x[0]), 0.5, -1.0625):
        assert_close(submission.count_above(x, threshold), how_many(x, threshold))
        assert_close(submission.count_above(as_jax(x), threshold), how_many(x, threshold))


@task("count_above", points=0.25, title="integers, some of them equal, and a threshold between them")
def test_integers_above_a_fraction_are_counted(submission, rng):
    x = np.array([*rng.integers(-5, 6, 4), 0])
    for threshold in (2.5, -0.5, int(x[0])):
        assert_close(submission.count_above(x, threshold), how_many(x, threshold))
        assert_close(submission.count_above(as_jax(x), threshold), how_many(x, threshold))
    unsigned = rng.integers(0, 7, 5).astype(np.uint8)
    unsigned[:3] = 0, 6, 6  # each of the two counts; differences of unsigned integers wrap round below 0
    assert_close(submission.count_above(unsigned, 3), how_many(unsigned, 3))
    assert_close(submission.count_above(as_jax(unsigned), 3), how_many(unsigned, 3))


@task("count_above", points=0.25, title="one count for a whole table")
def test_one_count_for_a_whole_table(submission, rng):
    for shape in ((3, 2), (2, 1, 2)):
        x = eighths(rng, shape).astype(np.float32)
        assert_close(submission.count_above(x, 0.25), how_many(x, 0.25))
        assert_close(submission.count_above(as_jax(x), 0.25), how_many(x, 0.25))


@task("count_above", points=0.25, title="none, all, hundreds, and an array of one entry")
def test_none_all_and_hundreds_are_counts_too(submission, rng):
    x = eighths(rng, 5)
    for threshold in (100.0, -100.0, float(x.max())):
        assert_close(submission.count_above(x, threshold), how_many(x, threshold))
    one = np.array([1.5])
    for threshold in (1.0, 1.5, 2.0):
        assert_close(submission.count_above(one, threshold), how_many(one, threshold))
        assert_close(submission.count_above(as_jax(one), threshold), how_many(one, threshold))
    many = rng.permutation(400) / 8
    for count in (300, 210, 253):  # too many for 8 bits; 400 times the share 210 / 400, or 253 / 400, is a bit less
        threshold = (399 - count) / 8
        assert_close(submission.count_above(many, threshold), count)
        assert_close(submission.count_above(as_jax(many), threshold), count)


@task("count_above", points=0.25, title="leaves integers alone")
def test_count_above_leaves_integers_alone(submission, rng):
    x = rng.permutation(np.arange(-2, 3))
    assert_pure(submission.count_above, x, 0, returns=2)


# --------------------------------------------------------------------------- one_hot


def rows(labels, num_classes):
    return (np.asarray(labels, np.int64)[:, None] == np.arange(num_classes)).astype(np.float64)


def clamped(labels, num_classes):
    """What indexing with the labels reads: a negative one counts from the end, then JAX stays inside the array."""
    labels = np.asarray(labels, np.int64)
    return rows(np.clip(np.where(labels < 0, labels + num_classes, labels), 0, num_classes - 1), num_classes)


def clipped(labels, num_classes):
    """The nearest class for every label out of range."""
    return rows(np.clip(labels, 0, num_classes - 1), num_classes)


def wrapped(labels, num_classes):
    """What writing with the labels leads to: a negative one counts from the end, a large one is dropped."""
    labels = np.asarray(labels, np.int64)
    return rows(np.where(labels < 0, labels + num_classes, labels), num_classes)


@task("one_hot", points=1.5, title="random labels")
def test_random_labels_become_one_hot_rows(submission, rng):
    labels = rng.integers(0, 4, 5)
    assert_close(submission.one_hot(labels, 4), rows(labels, 4))
    assert_close(submission.one_hot(as_jax(labels), 4), rows(labels, 4))


@task("one_hot", points=0.5, title="labels out of range, on both sides")
def test_labels_out_of_range_give_zeros(submission, rng):
    labels = np.concatenate([rng.permutation([-1, 4]), rng.permutation([-7, 2, 256])])  # 256 is 0 in 8 bits
    for form in (labels, as_jax(labels)):
        answer = submission.one_hot(form, 4)
        if is_close(answer, wrapped(labels, 4), dtype="number"):
            fail(
                "A negative label counted from the end, as an index does.",
                hint="Compare every label with every class number: a label out of range then equals none of them.",
            )
        nearest = [clamped(labels, 4), clipped(labels, 4)]
        assert_close(answer, rows(labels, 4), confusions={"index-clamped": nearest})


@task("one_hot", points=0.25, title="labels of small integer dtypes")
def test_labels_of_small_dtypes_become_one_hot_rows(submission, rng):
    for dtype in (np.uint8, np.int8):
        labels = rng.integers(0, 4, 5).astype(dtype)
        assert_close(submission.one_hot(labels, 4), rows(labels, 4))
        assert_close(submission.one_hot(as_jax(labels), 4), rows(labels, 4))


@task("one_hot", points=0.5, title="one label, one class, and classes without a label")
def test_one_hot_at_its_smallest(submission, rng):
    for labels, num_classes in (([0], 1), ([2], 4), ([0, 0, 0, 0, 0], 1), ([1, 1, 1, 1, 1], 4)):
        labels = np.array(labels)
        assert_close(submission.one_hot(labels, num_classes), rows(labels, num_classes))
        assert_close(submission.one_hot(as_jax(labels), num_classes), rows(labels, num_classes))


@task("one_hot", points=0.5, title="leaves labels out of range alone")
def test_one_hot_leaves_labels_out_of_range_alone(submission, rng):
    labels = rng.permutation([-2, 0, 1, 3, 9])
    assert_pure(
        submission.one_hot,
        labels,
        4,
        returns=rows(labels, 4),
        confusions={"index-clamped": [clamped(labels, 4), clipped(labels, 4)]},
    )
