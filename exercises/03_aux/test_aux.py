"""The public checks of 03_aux: what `check("…")` runs, on data small enough to follow by hand."""

import numpy as np

from autograder.checking import as_jax, assert_close, assert_pure, fail, is_close, source, task, unpack

# --------------------------------------------------------------------------- loss_and_grad

PARAMS = {"w": np.array([2.0, -1.0]), "b": np.array(0.5)}
INPUTS = np.array([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]])
TARGETS = np.array([1.5, 0.5, 1.5])
PREDICTIONS = np.array([2.5, -1.5, 1.5])  # so the errors are 1, -2 and 0
LOSS = 5.0 / 3.0
GRADS = {"w": np.array([2.0, -8.0]) / 3.0, "b": np.array(-2.0) / 3.0}
ABSOLUTE = [  # of the mean absolute error, whatever the slope of |x| at 0 is said to be
    (1.0, {"w": np.array([1.0 + slope, -2.0 + slope]) / 3.0, "b": np.array(slope) / 3.0}) for slope in (0.0, 1.0, -1.0)
]
ROOTED = (np.sqrt(LOSS), {name: 0.5 / np.sqrt(LOSS) * leaf for name, leaf in GRADS.items()})
TABLE_LOSS = 29.0 / 9.0  # of the table of every prediction minus every target
TABLE_GRADS = {"w": np.array([10.0, -30.0]) / 9.0, "b": np.array(-2.0) / 3.0}


@task("loss_and_grad", points=0.5, title="the loss, and its gradient")
def test_loss_and_gradient_of_three_rows(submission):
    assert_close(
        submission.loss_and_grad(PARAMS, INPUTS, TARGETS),
        (LOSS, GRADS),
        confusions={
            "value-grad-order": (GRADS, LOSS),
            "sum-loss": (3.0 * LOSS, {name: 3.0 * leaf for name, leaf in GRADS.items()}),
            "half-loss": (0.5 * LOSS, {name: 0.5 * leaf for name, leaf in GRADS.items()}),
            "mae-loss": ABSOLUTE,
            "rmse-loss": ROOTED,
            "broadcast-nxn": (TABLE_LOSS, TABLE_GRADS),
        },
    )


@task("loss_and_grad", points=0.25, title="takes JAX arrays, and the keys in another order")
def test_loss_and_gradient_of_jax_arrays(submission):
    turned = as_jax({"b": PARAMS["b"], "w": PARAMS["w"]})
    assert_close(submission.loss_and_grad(turned, as_jax(INPUTS), as_jax(TARGETS)), (LOSS, GRADS))


@task("loss_and_grad", points=0.25, title="leaves its arguments alone")
def test_loss_and_grad_leaves_its_arguments_alone(submission):
    assert_pure(submission.loss_and_grad, PARAMS, INPUTS, TARGETS, returns=(LOSS, GRADS))


# --------------------------------------------------------------------------- the squared error and its residuals

X = np.array([1.0, 2.0, -1.0, 0.5, 3.0])
Y = np.array([0.0, 4.0, 1.5, -0.5, 2.0])
RESIDUALS = np.array([1.0, -2.0, -2.5, 1.0, 1.0])
ERROR = 13.25  # 1 + 4 + 6.25 + 1 + 1
GRADIENT = np.array([2.0, -4.0, -5.0, 2.0, 2.0])  # 2 (x - y)

TABLE_X = np.array([[1.0, 0.0], [2.0, -3.0], [0.5, 4.0]])
TABLE_Y = np.array([[0.0, 2.0], [5.0, -1.0], [1.0, 0.0]])
TABLE_RESIDUALS = np.array([[1.0, -2.0], [-3.0, -2.0], [-0.5, 4.0]])
TABLE_ERROR = 34.25


# A gradient with extra data. (A list is as good as a pair, for us; JAX wants a tuple.)
GRADIENT_OF = source("lambda f, x, y: jax.grad(lambda x, y: tuple(f(x, y)), has_aux=True)(x, y)")


@task(
    "squared_error_with_residuals", points=0.5, title="the squared error, and the residuals, which JAX differentiates"
)
def test_squared_error_and_residuals(submission):
    answer = submission.squared_error_with_residuals(X, Y)
    if isinstance(answer, tuple | list) and len(answer) > 2 and is_close(tuple(answer[:2]), (ERROR, RESIDUALS)):
        fail(f"The result should be a pair, but has {len(answer)} parts.", misconception="aux-not-a-pair")
    table = X[:, None] - Y
    assert_close(
        answer,
        (ERROR, RESIDUALS),
        confusions={
            "aux-order": (RESIDUALS, ERROR),
            "half-loss": (ERROR / 2.0, RESIDUALS),
            "non-scalar": (np.array([ERROR]), RESIDUALS),
            "broadcast-nxn": (np.sum(table**2), table),
        },
    )
    gradient, _ = submission.evaluate(GRADIENT_OF, submission.squared_error_with_residuals, as_jax(X), as_jax(Y))
    confusions = {"item-kills-gradient": np.zeros(5)}
    assert_close(gradient, GRADIENT, confusions=confusions, what="The gradient of the loss")


@task("squared_error_with_residuals", points=0.25, title="leaves tables alone")
def test_squared_error_leaves_its_arguments_alone(submission):
    assert_pure(
        submission.squared_error_with_residuals,
        *(TABLE_X, TABLE_Y),
        returns=(TABLE_ERROR, TABLE_RESIDUALS),
        confusions={"non-scalar": [(np.sum(TABLE_RESIDUALS**2, axis=axis), TABLE_RESIDUALS) for axis in (0, 1)]},
    )


@task("grad_with_residuals", points=0.5, title="the gradient, and the residuals")
def test_gradient_and_residuals(submission):
    assert_close(
        submission.grad_with_residuals(X, Y),
        (GRADIENT, RESIDUALS),
        confusions={
            "aux-order": (RESIDUALS, GRADIENT),
            "aux-missing": (GRADIENT, np.eye(5)),  # as `jax.jacobian` has it
        },
    )


@task("grad_with_residuals", points=0.25, title="gradient and residuals of tables")
def test_gradient_and_residuals_of_tables(submission):
    assert_close(
        submission.grad_with_residuals(as_jax(TABLE_X), as_jax(TABLE_Y)), (2.0 * TABLE_RESIDUALS, TABLE_RESIDUALS)
    )


@task("grad_with_residuals", points=0.25, title="leaves its arguments alone")
def test_grad_with_residuals_leaves_its_arguments_alone(submission):
    assert_pure(submission.grad_with_residuals, Y, X, returns=(-GRADIENT, -RESIDUALS))


@task("loss_grad_and_residuals", points=0.75, title="((loss, residuals), gradient)")
def test_loss_residuals_and_gradient(submission):
    assert_close(
        submission.loss_grad_and_residuals(X, Y),
        ((ERROR, RESIDUALS), GRADIENT),
        confusions={
            "nesting": [
                *((ERROR, RESIDUALS, GRADIENT), (ERROR, GRADIENT, RESIDUALS), (ERROR, (RESIDUALS, GRADIENT))),
                ((ERROR, GRADIENT), RESIDUALS),
            ],
            "value-grad-order": (GRADIENT, (ERROR, RESIDUALS)),
            "aux-order": ((RESIDUALS, ERROR), GRADIENT),
        },
    )


@task("loss_grad_and_residuals", points=0.25, title="the same for tables")
def test_loss_residuals_and_gradient_of_tables(submission):
    assert_close(
        submission.loss_grad_and_residuals(as_jax(TABLE_X), as_jax(TABLE_Y)),
        ((TABLE_ERROR, TABLE_RESIDUALS), 2.0 * TABLE_RESIDUALS),
    )


@task("loss_grad_and_residuals", points=0.25, title="leaves its arguments alone")
def test_loss_grad_and_residuals_leaves_its_arguments_alone(submission):
    assert_pure(submission.loss_grad_and_residuals, Y, X, returns=((ERROR, -RESIDUALS), -GRADIENT))


# --------------------------------------------------------------------------- grad_with_metrics

METRICS = {"loss": LOSS, "max_abs_error": 2.0, "predictions": PREDICTIONS}


@task("grad_with_metrics", points=0.75, title="the gradient, and three metrics")
def test_gradient_and_metrics_of_three_rows(submission):
    assert_close(
        submission.grad_with_metrics(PARAMS, INPUTS, TARGETS),
        (GRADS, METRICS),
        confusions={
            "aux-order": (METRICS, GRADS),
            "sum-loss": ({name: 3.0 * leaf for name, leaf in GRADS.items()}, {**METRICS, "loss": 3.0 * LOSS}),
            "half-loss": ({name: 0.5 * leaf for name, leaf in GRADS.items()}, {**METRICS, "loss": 0.5 * LOSS}),
            "broadcast-nxn": (
                TABLE_GRADS,
                {"loss": TABLE_LOSS, "max_abs_error": 3.0, "predictions": PREDICTIONS[:, None]},
            ),
        },
    )


@task("grad_with_metrics", points=0.25, title="each metric under its name")
def test_each_metric_under_its_name(submission):
    _, metrics = unpack(
        submission.grad_with_metrics(as_jax(PARAMS), as_jax(INPUTS), as_jax(TARGETS)), "grads", "metrics"
    )
    assert_close(metrics, METRICS, what="`metrics`")


@task("grad_with_metrics", points=0.25, title="leaves its arguments alone")
def test_grad_with_metrics_leaves_its_arguments_alone(submission):
    assert_pure(submission.grad_with_metrics, PARAMS, INPUTS, TARGETS, returns=(GRADS, METRICS))


# --------------------------------------------------------------------------- value_aux_and_grad

POINT = np.array([1.0, -2.0, 0.5, 3.0, 0.0])
CUBES = source('lambda x: (jnp.sum(x**3), {"doubled": 2.0 * x, "largest": jnp.max(x)})')
VALUE = 20.125
AUX = {"doubled": np.array([2.0, -4.0, 1.0, 6.0, 0.0]), "largest": 3.0}
SLOPES = np.array([3.0, 12.0, 0.75, 27.0, 0.0])  # 3 x ** 2


@task("value_aux_and_grad", points=0.5, title="value, aux and gradient, flat")
def test_value_aux_and_gradient_of_a_function(submission):
    assert_close(
        submission.value_aux_and_grad(CUBES, POINT),
        (VALUE, AUX, SLOPES),
        confusions={
            "nesting": ((VALUE, AUX), SLOPES),
            "value-grad-order": (SLOPES, AUX, VALUE),
            "aux-order": (AUX, VALUE, SLOPES),
        },
    )


@task("value_aux_and_grad", points=0.25, title="the aux may be a number or None")
def test_the_aux_may_be_anything(submission):
    for aux in (7, None):
        f = source(f"lambda x: (jnp.sum(x), {aux})")
        assert_close(submission.value_aux_and_grad(f, as_jax(POINT)), (2.5, aux, np.ones(5)))


@task("value_aux_and_grad", points=0.25, title="by automatic differentiation")
def test_value_aux_and_grad_is_automatic(submission):
    # The line 3 x, with a note attached for JAX that its slope is 42. Automatic differentiation reads the note;
    # measuring the slope between two points does not.
    f = source(
        """
def noted_slope(primals, tangents):
    return 3.0 * primals[0], 42.0 * tangents[0]

treble = jax.custom_jvp(lambda x: 3.0 * x)
treble.defjvp(noted_slope)

def f(x):
    return jnp.sum(treble(x)), None
"""
    )
    value, aux, gradient = unpack(submission.value_aux_and_grad(f, POINT), "value", "aux", "gradient")
    if is_close(gradient, np.full(5, 3.0), rtol=0.5, dtype="number"):
        fail("JAX was given another slope for this function than one can measure.", misconception="finite-differences")
    assert_close((value, aux, gradient), (7.5, None, np.full(5, 42.0)))


@task("value_aux_and_grad", points=0.25, title="leaves its argument alone")
def test_value_aux_and_grad_leaves_its_argument_alone(submission):
    assert_pure(submission.value_aux_and_grad, CUBES, POINT, returns=(VALUE, AUX, SLOPES))
