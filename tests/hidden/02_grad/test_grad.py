"""The hidden checks of 02_grad: random data, other shapes and dtypes, awkward numbers, purity once more."""

import numpy as np

from autograder.checking import as_jax, assert_close, assert_pure, fail, is_close, source, task, unpack


def two_arrays(rng, shape):
    """Random x and y that differ by 1/2 or more in every entry; multiples of 1/8, so exact in float32."""
    x = np.asarray(rng.integers(-24, 25, shape) / 8)
    gap = np.asarray(rng.integers(4, 25, shape) / 8 * rng.choice([-1.0, 1.0], shape))
    return x, x - gap


# --------------------------------------------------------------------------- grad_sum_of_squares


def assert_gradient(answer, expected, scale=None):
    assert_close(answer, expected, scale=scale, confusions={"item-kills-gradient": 0.0 * expected})


@task("grad_sum_of_squares", points=1.25, title="random points")
def test_gradient_of_the_sum_of_squares_at_random(submission, rng):
    x = rng.normal(size=5)
    assert_gradient(submission.grad_sum_of_squares(x), 2.0 * x)
    assert_gradient(submission.grad_sum_of_squares(as_jax(x)), 2.0 * x)


@task("grad_sum_of_squares", points=0.5, title="shapes (3, 2), (1,) and ()")
def test_gradient_of_the_sum_of_squares_in_other_shapes(submission, rng):
    for shape in ((3, 2), (1,), ()):
        x, _ = two_arrays(rng, shape)
        assert_gradient(submission.grad_sum_of_squares(x), 2.0 * x, scale=1.0)
        assert_gradient(submission.grad_sum_of_squares(as_jax(x)), 2.0 * x, scale=1.0)


@task("grad_sum_of_squares", points=0.25, title="a NumPy array of float32")
def test_gradient_of_the_sum_of_squares_in_float32(submission, rng):
    x = rng.normal(size=5).astype(np.float32)
    assert_gradient(submission.grad_sum_of_squares(x), 2.0 * x)


@task("grad_sum_of_squares", points=0.25, title="zeros and large numbers")
def test_gradient_of_the_sum_of_squares_at_awkward_numbers(submission, rng):
    x = 1e6 * rng.normal(size=5)
    assert_gradient(submission.grad_sum_of_squares(x), 2.0 * x)
    assert_gradient(submission.grad_sum_of_squares(0.0 * x), 0.0 * x, scale=1.0)


@task("grad_sum_of_squares", points=0.5, title="leaves a table alone")
def test_grad_sum_of_squares_leaves_a_table_alone(submission, rng):
    x, _ = two_arrays(rng, (3, 2))
    assert_pure(submission.grad_sum_of_squares, x, returns=lambda answer: assert_gradient(answer, 2.0 * x, scale=1.0))


# --------------------------------------------------------------------------- derivative

# The constants do nothing to a derivative; to a difference of two float32 numbers they do, whatever its step.
WAVE = source("lambda t: jnp.sin(t) * t + 1000.0")
BELL = source("lambda t: jnp.exp(-t * t) + 1000.0")
CUBIC = source("lambda t: 0.5 * t**3 - 2.0 * t + jnp.float32(1000.0)")
KINK = source("lambda t: t**3 + jnp.float32(1000.0) if t > 0 else -2.0 * t")

# The curve 3 t, whose derivative JAX is told to be 42 t: only who asks JAX gets to see that.
TREBLE = source(
    """
def made_up(primals, tangents):
    return 3.0 * primals[0], 42.0 * primals[0] * tangents[0]

treble = jax.custom_jvp(lambda t: 3.0 * t)
treble.defjvp(made_up)
"""
)


def function(answer):
    if answer is None:
        fail("`derivative` should return a function.", misconception="returns-nothing")
    if not callable(answer):
        fail(
            "`derivative` should return a function, but what it returned cannot be called.",
            hint="`jax.grad(f)` is a function. Return it as it is, without calling it.",
        )
    return answer


@task("derivative", points=1.25, title="random points on three curves")
def test_derivatives_of_curves_at_random_points(submission, rng):
    wave, bell, cubic = (function(submission.derivative(f)) for f in (WAVE, BELL, CUBIC))
    for t in map(float, rng.uniform(-2.0, 2.0, 3).round(3)):
        height = {"value-grad-order": 1000.0 + np.sin(t) * t}
        assert_close(wave(t), np.cos(t) * t + np.sin(t), scale=1.0, confusions=height)
        assert_close(bell(t), -2.0 * t * np.exp(-t * t), scale=1.0)
        assert_close(cubic(t), 1.5 * t**2 - 2.0, scale=2.0)


@task("derivative", points=0.5, title="second and third derivatives")
def test_second_and_third_derivatives(submission, rng):
    t = float(rng.uniform(0.5, 2.0))
    once = function(submission.derivative(WAVE))
    twice = function(submission.derivative(once))
    thrice = function(submission.derivative(twice))
    assert_close(once(t), np.cos(t) * t + np.sin(t), scale=1.0)
    assert_close(twice(t), 2.0 * np.cos(t) - t * np.sin(t), scale=2.0)
    assert_close(thrice(t), -3.0 * np.sin(t) - t * np.cos(t), scale=3.0)


@task("derivative", points=0.25, title="a function that branches on its input")
def test_derivative_of_a_function_with_a_branch(submission, rng):
    slope = function(submission.derivative(KINK))
    t = float(rng.uniform(0.5, 2.0))
    assert_close(slope(t), 3.0 * t**2)
    assert_close(slope(-t), -2.0)
    assert_close(function(submission.derivative(slope))(t), 6.0 * t)


@task("derivative", points=0.25, title="straight lines, and a slope of zero")
def test_derivative_of_straight_lines(submission, rng):
    t = float(rng.normal())
    assert_close(function(submission.derivative(source("lambda t: jnp.float32(1000.0) - 3.0 * t")))(t), -3.0)
    assert_close(function(submission.derivative(source("lambda t: t")))(t), 1.0)
    assert_close(function(submission.derivative(CUBIC))(0.0), -2.0)
    assert_close(function(submission.derivative(BELL))(0.0), 0.0, scale=1.0)


@task("derivative", points=0.75, title="by automatic differentiation")
def test_derivative_asks_jax_for_the_slope(submission, rng):
    t = float(rng.uniform(0.5, 2.0))
    slope = function(submission.derivative(TREBLE))
    for point in (t, -t):
        answer = slope(point)
        value = is_close(answer, 3.0 * point)
        if is_close(answer, 3.0, rtol=0.5, dtype="number") and not value:
            fail(
                "JAX was given another slope for this function than one can measure.",
                misconception="finite-differences",
            )
        assert_close(answer, 42.0 * point, confusions={"value-grad-order": 3.0 * point})


# The slope of a function, and the names that were written on the function meanwhile.
NOTES = source(
    """
def notes(derivative, t):
    def square(t):
        return t * t

    slope = derivative(square)(t)
    return slope, list(vars(square))
"""
)


@task("derivative", points=0.25, title="what it returns leaves no trace, either")
def test_the_derivative_function_leaves_no_trace(submission, rng):
    t = float(rng.uniform(0.5, 2.0))
    wave, bell = np.cos(t) * t + np.sin(t), -2.0 * t * np.exp(-t * t)
    first, second = function(submission.derivative(WAVE)), function(submission.derivative(BELL))
    assert_pure(first, t, returns=wave, scale=1.0)
    assert_pure(second, t, returns=bell, scale=1.0)
    assert_pure(
        submission.derivative, source("lambda t: t * t"), through=lambda slope: function(slope)(t), returns=2.0 * t
    )
    slope, notes = unpack(submission.evaluate(NOTES, submission.derivative, t), "slope", "notes")
    assert_close(slope, 2.0 * t)
    if notes:
        fail(
            "Something was written on the function that `derivative` was given.",
            misconception="mutates-argument",
            hint="Leave `f` as it is: no `f.name = …`.",
        )


# --------------------------------------------------------------------------- grad_first


def assert_first_gradient(answer, x, y):
    expected = 2.0 * (x - y)
    assert_close(
        answer,
        expected,
        scale=None if np.any(expected) else 1.0,
        confusions={
            "item-kills-gradient": 0.0 * expected,
            "value-grad-order": np.sum((x - y) ** 2),
            "broadcast-nxn": 2.0 * (x.size * x - np.sum(y)),  # every entry against every y
        },
    )


@task("grad_first", points=1, title="random data")
def test_first_gradient_of_random_data(submission, rng):
    x, y = two_arrays(rng, 5)
    assert_first_gradient(submission.grad_first(x, y), x, y)
    assert_first_gradient(submission.grad_first(as_jax(x), as_jax(y)), x, y)


@task("grad_first", points=0.25, title="shapes (3, 2), (1,) and ()")
def test_first_gradient_in_other_shapes(submission, rng):
    for shape in ((3, 2), (1,), ()):
        x, y = two_arrays(rng, shape)
        assert_first_gradient(submission.grad_first(x, y), x, y)
        assert_first_gradient(submission.grad_first(as_jax(x), as_jax(y)), x, y)


@task("grad_first", points=0.25, title="float32, and NumPy together with JAX")
def test_first_gradient_of_mixed_arrays(submission, rng):
    x, y = two_arrays(rng, 5)
    assert_first_gradient(submission.grad_first(x.astype(np.float32), as_jax(y)), x, y)
    assert_first_gradient(submission.grad_first(as_jax(x), y.astype(np.float32)), x, y)


@task("grad_first", points=0.25, title="equal arrays, large numbers")
def test_first_gradient_of_awkward_numbers(submission, rng):
    x, y = 2.0**20 * np.array(two_arrays(rng, 5))
    assert_first_gradient(submission.grad_first(x, y), x, y)
    assert_first_gradient(submission.grad_first(x, x), x, x)


@task("grad_first", points=0.25, title="leaves two tables alone")
def test_grad_first_leaves_tables_alone(submission, rng):
    x, y = two_arrays(rng, (3, 2))
    assert_pure(submission.grad_first, x, y, returns=lambda answer: assert_first_gradient(answer, x, y))


# --------------------------------------------------------------------------- grad_second


def assert_second_gradient(answer, x, y):
    expected = -2.0 * (x - y)
    assert_close(
        answer,
        expected,
        scale=None if np.any(expected) else 1.0,
        confusions={
            "argnums-default": -expected,
            "item-kills-gradient": 0.0 * expected,
            "value-grad-order": np.sum((x - y) ** 2),
            "broadcast-nxn": 2.0 * (y.size * y - np.sum(x)),  # every entry against every x
        },
    )


@task("grad_second", points=1, title="random data")
def test_second_gradient_of_random_data(submission, rng):
    x, y = two_arrays(rng, 5)
    assert_second_gradient(submission.grad_second(x, y), x, y)
    assert_second_gradient(submission.grad_second(as_jax(x), as_jax(y)), x, y)


@task("grad_second", points=0.25, title="shapes (3, 2), (1,) and ()")
def test_second_gradient_in_other_shapes(submission, rng):
    for shape in ((3, 2), (1,), ()):
        x, y = two_arrays(rng, shape)
        assert_second_gradient(submission.grad_second(x, y), x, y)
        assert_second_gradient(submission.grad_second(as_jax(x), as_jax(y)), x, y)


@task("grad_second", points=0.25, title="float32, and NumPy together with JAX")
def test_second_gradient_of_mixed_arrays(submission, rng):
    x, y = two_arrays(rng, 5)
    assert_second_gradient(submission.grad_second(x.astype(np.float32), as_jax(y)), x, y)
    assert_second_gradient(submission.grad_second(as_jax(x), y.astype(np.float32)), x, y)


@task("grad_second", points=0.25, title="equal arrays, large numbers")
def test_second_gradient_of_awkward_numbers(submission, rng):
    x, y = 2.0**20 * np.array(two_arrays(rng, 5))
    assert_second_gradient(submission.grad_second(x, y), x, y)
    assert_second_gradient(submission.grad_second(x, x), x, x)


@task("grad_second", points=0.25, title="leaves two tables alone")
def test_grad_second_leaves_tables_alone(submission, rng):
    x, y = two_arrays(rng, (3, 2))
    assert_pure(submission.grad_second, x, y, returns=lambda answer: assert_second_gradient(answer, x, y))


# --------------------------------------------------------------------------- grad_both


def assert_both(answer, x, y):
    first, second = 2.0 * (x - y), -2.0 * (x - y)
    if np.any(first) and is_close(answer, (second, first)):
        fail("The two gradients stand in the wrong order.", hint="First the one with respect to `x`: `argnums=(0, 1)`.")
    assert_close(
        answer,
        (first, second),
        scale=None if np.any(first) else 1.0,
        confusions={
            "argnums-default": [first, (first, first)],
            "argnums-tuple": ((first,), (second,)),
            "item-kills-gradient": (0.0 * first, 0.0 * first),
            "value-grad-order": np.sum((x - y) ** 2),
            "broadcast-nxn": (2.0 * (x.size * x - np.sum(y)), 2.0 * (y.size * y - np.sum(x))),
        },
    )


@task("grad_both", points=1.25, title="random data")
def test_both_gradients_of_random_data(submission, rng):
    x, y = two_arrays(rng, 5)
    assert_both(submission.grad_both(x, y), x, y)
    assert_both(submission.grad_both(as_jax(x), as_jax(y)), x, y)


@task("grad_both", points=0.5, title="shapes (3, 2), (1,) and ()")
def test_both_gradients_in_other_shapes(submission, rng):
    for shape in ((3, 2), (1,), ()):
        x, y = two_arrays(rng, shape)
        assert_both(submission.grad_both(x, y), x, y)
        assert_both(submission.grad_both(as_jax(x), as_jax(y)), x, y)


@task("grad_both", points=0.25, title="float32, and NumPy together with JAX")
def test_both_gradients_of_mixed_arrays(submission, rng):
    x, y = two_arrays(rng, 5)
    assert_both(submission.grad_both(x.astype(np.float32), as_jax(y)), x, y)
    assert_both(submission.grad_both(as_jax(x), y.astype(np.float32)), x, y)


@task("grad_both", points=0.25, title="equal arrays, large numbers")
def test_both_gradients_of_awkward_numbers(submission, rng):
    x, y = 2.0**20 * np.array(two_arrays(rng, 5))
    assert_both(submission.grad_both(x, y), x, y)
    assert_both(submission.grad_both(x, x), x, x)


@task("grad_both", points=0.5, title="leaves two tables alone")
def test_grad_both_leaves_tables_alone(submission, rng):
    x, y = two_arrays(rng, (3, 2))
    assert_pure(submission.grad_both, x, y, returns=lambda answer: assert_both(answer, x, y))


# --------------------------------------------------------------------------- grad_params


def network_of(rng, d, h):
    return {
        "hidden": {"w": rng.normal(size=(d, h)), "b": rng.normal(size=h)},
        "out": {"w": rng.normal(size=h), "b": np.asarray(rng.normal())},
    }


def data_of(rng, n, d):
    return rng.normal(size=(n, d)), rng.normal(size=n)


def network_gradient(params, x, y):
    """The gradient of `mlp_loss` by the chain rule, in float64."""
    hidden = np.tanh(x @ params["hidden"]["w"] + params["hidden"]["b"])
    by_output = 2.0 / len(y) * (hidden @ params["out"]["w"] + params["out"]["b"] - y)
    by_input = by_output[:, None] * params["out"]["w"] * (1.0 - hidden**2)
    return {
        "hidden": {"w": x.T @ by_input, "b": by_input.sum(axis=0)},
        "out": {"w": hidden.T @ by_output, "b": by_output.sum()},
    }


def network_loss(params, x, y):
    hidden = np.tanh(x @ params["hidden"]["w"] + params["hidden"]["b"])
    return np.mean((hidden @ params["out"]["w"] + params["out"]["b"] - y) ** 2)


def leaves(gradient):
    return [leaf for layer in gradient.values() for leaf in layer.values()]


def times(factor, gradient):
    return {layer: {name: factor * leaf for name, leaf in arrays.items()} for layer, arrays in gradient.items()}


def assert_network_gradient(answer, params, x, y):
    expected = network_gradient(params, x, y)
    stepped = {name: params["hidden"][name] - 0.1 * leaf for name, leaf in expected["hidden"].items()}
    later = network_gradient({**params, "hidden": stepped}, x, y)["out"]
    assert_close(
        answer,
        expected,
        # Terms of both signs meet in every entry, and some of them nearly cancel.
        scale=max(1.0, *(float(np.max(np.abs(leaf))) for leaf in leaves(expected))),
        confusions={
            "argnums-tuple": (expected,),
            "item-kills-gradient": times(0.0, expected),
            "sum-loss": times(float(len(y)), expected),
            "half-loss": times(0.5, expected),
            "value-grad-order": network_loss(params, x, y),
            "broadcast-nxn": network_gradient(params, x, np.full(len(y), np.mean(y))),  # every row against every y
            "sequential-update": {**expected, "out": later},
        },
    )


@task("grad_params", points=1.75, title="random networks")
def test_gradient_of_random_networks(submission, rng):
    params, (x, y) = network_of(rng, 3, 4), data_of(rng, 5, 3)
    for form in ((params, x, y), as_jax((params, x, y))):
        assert_network_gradient(submission.grad_params(*form), params, x, y)


@task("grad_params", points=0.5, title="other widths and numbers of rows")
def test_gradient_of_other_widths(submission, rng):
    params, (x, y) = network_of(rng, 2, 1), data_of(rng, 3, 2)
    for form in ((params, x, y), as_jax((params, x, y))):
        assert_network_gradient(submission.grad_params(*form), params, x, y)


@task("grad_params", points=0.5, title="one row, one input, one hidden unit")
def test_gradient_of_the_smallest_network(submission, rng):
    params, (x, y) = network_of(rng, 1, 1), data_of(rng, 1, 1)
    for form in ((params, x, y), as_jax((params, x, y))):
        assert_network_gradient(submission.grad_params(*form), params, x, y)


@task("grad_params", points=0.25, title="the keys in another order")
def test_gradient_of_a_network_in_another_order(submission, rng):
    params, (x, y) = network_of(rng, 3, 4), data_of(rng, 5, 3)
    turned = {layer: dict(reversed(arrays.items())) for layer, arrays in reversed(params.items())}
    assert_network_gradient(submission.grad_params(turned, x, y), params, x, y)


@task("grad_params", points=0.25, title="float32, and NumPy together with JAX")
def test_gradient_of_a_mixed_network(submission, rng):
    params, (x, y) = network_of(rng, 3, 4), data_of(rng, 5, 3)
    mixed = {"hidden": as_jax(params["hidden"]), "out": params["out"]}
    assert_network_gradient(submission.grad_params(mixed, x.astype(np.float32), as_jax(y)), params, x, y)
    assert_network_gradient(submission.grad_params(params, as_jax(x), y.astype(np.float32)), params, x, y)


@task("grad_params", points=0.75, title="leaves a random network alone, at every depth")
def test_grad_params_leaves_a_random_network_alone(submission, rng):
    params, (x, y) = network_of(rng, 3, 4), data_of(rng, 5, 3)

    def right(answer):
        assert_network_gradient(answer, params, x, y)

    assert_pure(submission.grad_params, params, x, y, returns=right)
