"""The public checks of 02_grad: what `check("…")` runs, on data small enough to follow by hand."""

import numpy as np

from autograder.checking import as_jax, assert_close, assert_pure, fail, is_close, source, task

# --------------------------------------------------------------------------- grad_sum_of_squares


@task("grad_sum_of_squares", points=0.75, title="the gradient at a point")
def test_gradient_of_the_sum_of_squares(submission):
    x = np.array([1.0, -2.0, 0.5, 3.0, 0.0])
    gradient = np.array([2.0, -4.0, 1.0, 6.0, 0.0])
    assert_close(submission.grad_sum_of_squares(x), gradient, confusions={"item-kills-gradient": np.zeros(5)})


@task("grad_sum_of_squares", points=0.25, title="the gradient of a table is a table")
def test_gradient_has_the_shape_of_the_point(submission):
    table = np.array([[1.0, 2.0], [3.0, 4.0], [-0.5, 0.0]])
    assert_close(submission.grad_sum_of_squares(as_jax(table)), 2.0 * table)


@task("grad_sum_of_squares", points=0.25, title="leaves its argument alone")
def test_grad_sum_of_squares_leaves_its_argument_alone(submission):
    x = np.array([4.0, 0.5, -1.0, 2.0, 8.0])
    assert_pure(submission.grad_sum_of_squares, x, returns=2.0 * x)


# --------------------------------------------------------------------------- derivative

WAVE = source("lambda t: jnp.sin(t) * t + 1000.0")  # its slope is cos(t) t + sin(t)

# The line 3 t, with a note attached for JAX that its slope is 42. Automatic differentiation reads the note;
# measuring the slope between two points does not.
TREBLE = source(
    """
def noted_slope(primals, tangents):
    return 3.0 * primals[0], 42.0 * tangents[0]

treble = jax.custom_jvp(lambda t: 3.0 * t)
treble.defjvp(noted_slope)
"""
)


def function(answer):
    """The answer itself, and a clear word when it is no function."""
    if answer is None:
        fail("`derivative` should return a function.", misconception="returns-nothing")
    if not callable(answer):
        fail(
            "`derivative` should return a function, but what it returned cannot be called.",
            hint="`jax.grad(f)` is a function. Return it as it is, without calling it.",
        )
    return answer


@task("derivative", points=0.75, title="the slope of a curve")
def test_derivative_of_a_curve(submission):
    slope = function(submission.derivative(WAVE))
    for t in (0.5, -2.0):
        height = np.sin(t) * t + 1000.0
        assert_close(slope(t), np.cos(t) * t + np.sin(t), confusions={"value-grad-order": height})


@task("derivative", points=0.25, title="the derivative of a derivative")
def test_derivative_of_a_derivative(submission):
    slope = function(submission.derivative(source("lambda t: t**3")))
    assert_close(function(submission.derivative(slope))(2.0), 12.0)


@task("derivative", points=0.5, title="by automatic differentiation")
def test_derivative_is_automatic(submission):
    answer = function(submission.derivative(TREBLE))(0.5)
    if is_close(answer, 3.0, rtol=0.5, dtype="number") and not is_close(answer, 1.5):
        fail("JAX was given another slope for this function than one can measure.", misconception="finite-differences")
    assert_close(
        answer, 42.0, confusions={"value-grad-order": 1.5}, what="The slope that JAX was given for this function"
    )


@task("derivative", points=0.25, title="leaves no trace")
def test_derivative_leaves_no_trace(submission):
    assert_pure(
        submission.derivative,
        WAVE,
        through=lambda answer: function(answer)(0.5),
        returns=np.cos(0.5) * 0.5 + np.sin(0.5),
    )


# --------------------------------------------------------------------------- grad_first, grad_second, grad_both

X = np.array([1.0, 2.0, -1.0, 0.5, 3.0])
Y = np.array([0.0, 4.0, 1.5, -0.5, 2.0])
BY_X = np.array([2.0, -4.0, -5.0, 2.0, 2.0])  # 2 (x - y)
BY_Y = -BY_X
ERROR = 13.25  # the sum of the squares of x - y
PAIRS_BY_X = 2 * (5 * X - 7.0)  # every x against every y, whose sum is 7
PAIRS_BY_Y = 2 * (5 * Y - 5.5)

TABLE_X = np.array([[1.0, 0.0], [2.0, -3.0], [0.5, 4.0]])
TABLE_Y = np.array([[0.0, 2.0], [5.0, -1.0], [1.0, 0.0]])
TABLE_BY_X = np.array([[2.0, -4.0], [-6.0, -4.0], [-1.0, 8.0]])


@task("grad_first", points=0.5, title="the gradient with respect to x")
def test_gradient_with_respect_to_the_first_argument(submission):
    assert_close(
        submission.grad_first(X, Y),
        BY_X,
        confusions={
            "item-kills-gradient": np.zeros(5),
            "value-grad-order": ERROR,
            "broadcast-nxn": PAIRS_BY_X,
        },
    )


@task("grad_first", points=0.25, title="the gradient of a table is a table")
def test_first_gradient_of_a_table(submission):
    assert_close(submission.grad_first(as_jax(TABLE_X), as_jax(TABLE_Y)), TABLE_BY_X)


@task("grad_first", points=0.25, title="leaves its arguments alone")
def test_grad_first_leaves_its_arguments_alone(submission):
    assert_pure(submission.grad_first, Y, X, returns=BY_Y)


@task("grad_second", points=0.5, title="the gradient with respect to y")
def test_gradient_with_respect_to_the_second_argument(submission):
    assert_close(
        submission.grad_second(X, Y),
        BY_Y,
        confusions={
            "argnums-default": BY_X,
            "item-kills-gradient": np.zeros(5),
            "value-grad-order": ERROR,
            "broadcast-nxn": PAIRS_BY_Y,
        },
    )


@task("grad_second", points=0.25, title="the gradient of a table is a table")
def test_second_gradient_of_a_table(submission):
    assert_close(
        submission.grad_second(as_jax(TABLE_X), as_jax(TABLE_Y)),
        -TABLE_BY_X,
        confusions={"argnums-default": TABLE_BY_X},
    )


@task("grad_second", points=0.25, title="leaves its arguments alone")
def test_grad_second_leaves_its_arguments_alone(submission):
    assert_pure(submission.grad_second, Y, X, returns=BY_X, confusions={"argnums-default": BY_Y})


def assert_both(answer, by_x, by_y):
    """Fail unless `answer` is the pair of these gradients."""
    if is_close(answer, (by_y, by_x)):
        fail("The two gradients stand in the wrong order.", hint="First the one with respect to `x`: `argnums=(0, 1)`.")
    assert_close(answer, (by_x, by_y), confusions={"argnums-default": [by_x, (by_x, by_x)]})


@task("grad_both", points=0.75, title="both gradients, in the order of the arguments")
def test_gradients_with_respect_to_both_arguments(submission):
    assert_both(submission.grad_both(X, Y), BY_X, BY_Y)


@task("grad_both", points=0.25, title="the gradients of two tables are two tables")
def test_both_gradients_of_tables(submission):
    assert_both(submission.grad_both(as_jax(TABLE_X), as_jax(TABLE_Y)), TABLE_BY_X, -TABLE_BY_X)


@task("grad_both", points=0.25, title="leaves its arguments alone")
def test_grad_both_leaves_its_arguments_alone(submission):
    assert_pure(submission.grad_both, Y, X, returns=lambda answer: assert_both(answer, BY_Y, BY_X))


# --------------------------------------------------------------------------- grad_params

NETWORK = {
    "hidden": {"w": np.array([[1.0, -1.0], [0.5, 0.0]]), "b": np.array([0.0, 0.5])},
    "out": {"w": np.array([1.0, 2.0]), "b": np.array(-0.5)},
}
INPUTS = np.array([[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0]])
TARGETS = np.array([0.0, 1.0, -1.0])
NETWORK_GRADIENT = {  # computed once with 64 bits
    "hidden": {
        "w": np.array([[-1.15452555, -1.14014684], [1.07305523, 0.83502272]]),
        "b": np.array([0.83549852, -0.05467892]),
    },
    "out": {"w": np.array([-0.81147492, 1.37664548]), "b": np.array(0.91424511)},
}
NETWORK_LOSS = 1.29646370
PAIRS_GRADIENT = {  # of every row against every target
    "hidden": {
        "w": np.array([[-0.63022706, -0.89920465], [1.10872253, 2.69127449]]),
        "b": np.array([0.59118293, 0.75297587]),
    },
    "out": {"w": np.array([0.00433262, 1.08129142]), "b": np.array(0.91424511)},
}


@task("grad_params", points=1.25, title="a gradient for every array of a small network")
def test_gradient_of_a_small_network(submission):
    assert_close(
        submission.grad_params(NETWORK, INPUTS, TARGETS),
        NETWORK_GRADIENT,
        scale=1.0,
        confusions={
            "argnums-tuple": (NETWORK_GRADIENT,),
            "value-grad-order": NETWORK_LOSS,
            "broadcast-nxn": PAIRS_GRADIENT,
        },
    )


@task("grad_params", points=0.25, title="parameters as JAX arrays, in another order")
def test_gradient_of_a_network_of_jax_arrays(submission):
    network = as_jax({"out": NETWORK["out"], "hidden": NETWORK["hidden"]})
    assert_close(submission.grad_params(network, as_jax(INPUTS), as_jax(TARGETS)), NETWORK_GRADIENT, scale=1.0)


@task("grad_params", points=0.5, title="leaves the parameters alone, at every depth")
def test_grad_params_leaves_the_parameters_alone(submission):
    assert_pure(submission.grad_params, NETWORK, INPUTS, TARGETS, returns=NETWORK_GRADIENT, scale=1.0)
