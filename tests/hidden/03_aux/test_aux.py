"""The hidden checks of 03_aux: random data, other shapes and dtypes, awkward numbers, purity once more."""

import numpy as np

from autograder.checking import as_jax, assert_close, assert_pure, fail, is_close, source, task, unpack


def eighths(rng, shape):
    """Random multiples of 1/8: exact in float32, so that right answers do not differ by how they were rounded."""
    return np.asarray(rng.integers(-24, 25, shape) / 8)


def gaps(rng, shape):
    """Random multiples of 1/8 between 1/2 and 3, of either sign: errors that are never nearly zero."""
    return np.asarray(rng.integers(4, 25, shape) / 8 * rng.choice([-1.0, 1.0], shape))


def times(factor, arrays):
    return {name: factor * array for name, array in arrays.items()}


# --------------------------------------------------------------------------- the linear model, in float64


def linear_data(rng, n, d, errors=None):
    """Parameters and data of a linear model whose errors are those given, or random."""
    params = {"w": eighths(rng, d), "b": eighths(rng, ())}
    x = eighths(rng, (n, d))
    return params, x, x @ params["w"] + params["b"] - (gaps(rng, n) if errors is None else errors)


def linear_answers(params, x, y):
    """Loss, gradient and metrics of the linear model."""
    predictions = x @ params["w"] + params["b"]
    errors = predictions - y
    loss = np.mean(errors**2)
    grads = {"w": 2.0 * x.T @ errors / len(y), "b": 2.0 * np.mean(errors)}
    return loss, grads, {"loss": loss, "max_abs_error": np.max(np.abs(errors)), "predictions": predictions}


def wrong_losses(params, x, y):
    """Losses and gradients of other losses of the linear model; of its table of errors, every row against every y."""
    loss, grads, metrics = linear_answers(params, x, y)
    errors = metrics["predictions"] - y
    signs = np.sign(errors)
    table = metrics["predictions"][:, None] - y
    wrong = {
        "mae-loss": (np.mean(np.abs(errors)), {"w": x.T @ signs / len(y), "b": np.mean(signs)}),
        "broadcast-nxn": (np.mean(table**2), linear_answers(params, x, np.full(len(y), np.mean(y)))[1]),
    }
    if loss > 0:
        wrong["rmse-loss"] = (np.sqrt(loss), times(0.5 / np.sqrt(loss), grads))
    return wrong


def terms(params, x, y):
    """The size of the terms that a gradient sums; they may cancel."""
    errors = x @ params["w"] + params["b"] - y
    return max(1.0, float(np.max(np.abs(errors))) * max(1.0, float(np.max(np.abs(x)))))


# --------------------------------------------------------------------------- loss_and_grad


def assert_loss_and_grad(answer, params, x, y):
    loss, grads, _ = linear_answers(params, x, y)
    n = float(len(y))
    assert_close(
        answer,
        (loss, grads),
        scale=terms(params, x, y),
        confusions={
            "value-grad-order": (grads, loss),
            "sum-loss": (n * loss, times(n, grads)),
            "half-loss": (0.5 * loss, times(0.5, grads)),
            "item-kills-gradient": (loss, times(0.0, grads)),
            **wrong_losses(params, x, y),
        },
    )


@task("loss_and_grad", points=1, title="random data")
def test_loss_and_gradient_of_random_data(submission, rng):
    data = linear_data(rng, 5, 3)
    assert_loss_and_grad(submission.loss_and_grad(*data), *data)
    assert_loss_and_grad(submission.loss_and_grad(*as_jax(data)), *data)


@task("loss_and_grad", points=0.5, title="one row, one column; a perfect fit")
def test_loss_and_gradient_at_the_edges(submission, rng):
    for data in (linear_data(rng, 1, 1), linear_data(rng, 5, 3, errors=np.zeros(5))):
        assert_loss_and_grad(submission.loss_and_grad(*data), *data)
        assert_loss_and_grad(submission.loss_and_grad(*as_jax(data)), *data)


@task("loss_and_grad", points=0.25, title="float32, NumPy together with JAX, keys in another order")
def test_loss_and_gradient_of_mixed_arrays(submission, rng):
    params, x, y = linear_data(rng, 5, 3)
    mixed = {"b": as_jax(params["b"]), "w": params["w"].astype(np.float32)}
    assert_loss_and_grad(submission.loss_and_grad(mixed, x.astype(np.float32), as_jax(y)), params, x, y)
    assert_loss_and_grad(submission.loss_and_grad(params, as_jax(x), y.astype(np.float32)), params, x, y)


@task("loss_and_grad", points=0.25, title="leaves random parameters alone")
def test_loss_and_grad_leaves_random_parameters_alone(submission, rng):
    data = linear_data(rng, 5, 3)
    assert_pure(submission.loss_and_grad, *data, returns=lambda answer: assert_loss_and_grad(answer, *data))


# --------------------------------------------------------------------------- squared_error_with_residuals


def two_arrays(rng, shape):
    """x and y, and the residuals between them."""
    x, residuals = eighths(rng, shape), gaps(rng, shape)
    return x, x - residuals, residuals


def unless_zero(residuals):
    """Each part of an answer is its own scale, unless all of them are zero."""
    return None if np.any(residuals) else 1.0


def assert_error_and_residuals(answer, x, y):
    residuals = x - y
    loss = np.sum(residuals**2)
    table = x[..., None] - y if residuals.ndim == 1 else residuals
    if isinstance(answer, tuple | list) and len(answer) > 2 and is_close(tuple(answer[:2]), (loss, residuals)):
        fail(f"The result should be a pair, but has {len(answer)} parts.", misconception="aux-not-a-pair")
    assert_close(
        answer,
        (loss, residuals),
        scale=unless_zero(residuals),
        confusions={
            "aux-order": (residuals, loss),
            "half-loss": (0.5 * loss, residuals),
            "rmse-loss": [(np.sqrt(loss), residuals), (np.sqrt(np.mean(residuals**2)), residuals)],
            "mae-loss": [(np.sum(np.abs(residuals)), residuals), (np.mean(np.abs(residuals)), residuals)],
            "non-scalar": [
                *((np.full(shape, loss), residuals) for shape in ((1,), (1,) * residuals.ndim)),
                *((np.sum(residuals**2, axis=axis), residuals) for axis in range(residuals.ndim)),
            ],
            "broadcast-nxn": [(np.sum(table**2), table), (np.sum(table**2), table.T)],
        },
    )


@task("squared_error_with_residuals", points=0.25, title="random data")
def test_squared_error_and_residuals_of_random_data(submission, rng):
    x, y, _ = two_arrays(rng, 5)
    assert_error_and_residuals(submission.squared_error_with_residuals(x, y), x, y)
    assert_error_and_residuals(submission.squared_error_with_residuals(as_jax(x), as_jax(y)), x, y)


@task("squared_error_with_residuals", points=0.5, title="JAX can differentiate it")
def test_squared_error_can_be_differentiated(submission, rng):
    x, y, residuals = two_arrays(rng, 5)
    assert_error_and_residuals(submission.squared_error_with_residuals(x, y), x, y)
    gradient_of = source("lambda f, x, y: jax.grad(lambda x, y: tuple(f(x, y)), has_aux=True)(x, y)")
    gradient, aux = submission.evaluate(gradient_of, submission.squared_error_with_residuals, as_jax(x), as_jax(y))
    assert_close(
        gradient, 2.0 * residuals, confusions={"item-kills-gradient": np.zeros(5)}, what="The gradient of the loss"
    )
    assert_close(aux, residuals, what="The second part, while JAX differentiates,")


@task("squared_error_with_residuals", points=0.25, title="shapes (3, 2), (1,) and (), float32, equal arrays")
def test_squared_error_and_residuals_in_other_shapes(submission, rng):
    for shape in ((3, 2), (1,), ()):
        x, y, _ = two_arrays(rng, shape)
        assert_error_and_residuals(submission.squared_error_with_residuals(x, as_jax(y)), x, y)
    assert_error_and_residuals(submission.squared_error_with_residuals(x.astype(np.float32), x), x, x)


@task("squared_error_with_residuals", points=0.25, title="leaves tables alone")
def test_squared_error_leaves_tables_alone(submission, rng):
    x, y, _ = two_arrays(rng, (3, 2))
    tell = submission.squared_error_with_residuals
    assert_pure(tell, x, y, returns=lambda answer: assert_error_and_residuals(answer, x, y))


# --------------------------------------------------------------------------- grad_with_residuals


def assert_gradient_and_residuals(answer, residuals):
    gradient = 2.0 * residuals
    assert_close(
        answer,
        (gradient, residuals),
        scale=unless_zero(residuals),
        confusions={
            "aux-order": (residuals, gradient),
            "half-loss": (residuals, residuals),
            "aux-missing": (gradient, np.eye(residuals.size).reshape(2 * residuals.shape)),  # as `jax.jacobian` has it
            "item-kills-gradient": (0.0 * gradient, residuals),
        },
    )


@task("grad_with_residuals", points=1, title="random data")
def test_gradient_and_residuals_of_random_data(submission, rng):
    x, y, residuals = two_arrays(rng, 5)
    assert_gradient_and_residuals(submission.grad_with_residuals(x, y), residuals)
    assert_gradient_and_residuals(submission.grad_with_residuals(as_jax(x), as_jax(y)), residuals)


@task("grad_with_residuals", points=0.25, title="shapes (3, 2), (1,) and ()")
def test_gradient_and_residuals_in_other_shapes(submission, rng):
    for shape in ((3, 2), (1,), ()):
        x, y, residuals = two_arrays(rng, shape)
        assert_gradient_and_residuals(submission.grad_with_residuals(x, y), residuals)
        assert_gradient_and_residuals(submission.grad_with_residuals(as_jax(x), as_jax(y)), residuals)


@task("grad_with_residuals", points=0.5, title="float32, NumPy together with JAX, equal arrays")
def test_gradient_and_residuals_of_mixed_and_of_equal_arrays(submission, rng):
    x, y, residuals = two_arrays(rng, 5)
    assert_gradient_and_residuals(submission.grad_with_residuals(x.astype(np.float32), as_jax(y)), residuals)
    assert_gradient_and_residuals(submission.grad_with_residuals(as_jax(x), y.astype(np.float32)), residuals)
    assert_gradient_and_residuals(submission.grad_with_residuals(x, x), np.zeros(5))


@task("grad_with_residuals", points=0.25, title="leaves tables alone")
def test_grad_with_residuals_leaves_tables_alone(submission, rng):
    x, y, residuals = two_arrays(rng, (3, 2))
    assert_pure(
        submission.grad_with_residuals, x, y, returns=lambda answer: assert_gradient_and_residuals(answer, residuals)
    )


# --------------------------------------------------------------------------- loss_grad_and_residuals


def assert_all_three(answer, residuals):
    loss, gradient = np.sum(residuals**2), 2.0 * residuals
    pairs = [(residuals, gradient), (gradient, residuals)]
    assert_close(
        answer,
        ((loss, residuals), gradient),
        scale=unless_zero(residuals),
        confusions={
            "nesting": [(loss, *pair) for pair in pairs] + [(loss, pair) for pair in pairs],
            "value-grad-order": [(gradient, (loss, residuals)), (gradient, loss, residuals)],
            "aux-order": ((residuals, loss), gradient),
            "item-kills-gradient": ((loss, residuals), 0.0 * gradient),
        },
    )


@task("loss_grad_and_residuals", points=1.25, title="random data")
def test_loss_residuals_and_gradient_of_random_data(submission, rng):
    x, y, residuals = two_arrays(rng, 5)
    assert_all_three(submission.loss_grad_and_residuals(x, y), residuals)
    assert_all_three(submission.loss_grad_and_residuals(as_jax(x), as_jax(y)), residuals)


@task("loss_grad_and_residuals", points=0.5, title="shapes (3, 2), (1,) and ()")
def test_loss_residuals_and_gradient_in_other_shapes(submission, rng):
    for shape in ((3, 2), (1,), ()):
        x, y, residuals = two_arrays(rng, shape)
        assert_all_three(submission.loss_grad_and_residuals(x, y), residuals)
        assert_all_three(submission.loss_grad_and_residuals(as_jax(x), as_jax(y)), residuals)


@task("loss_grad_and_residuals", points=0.5, title="float32, NumPy together with JAX, equal arrays")
def test_loss_residuals_and_gradient_of_mixed_and_of_equal_arrays(submission, rng):
    x, y, residuals = two_arrays(rng, 5)
    assert_all_three(submission.loss_grad_and_residuals(x.astype(np.float32), as_jax(y)), residuals)
    assert_all_three(submission.loss_grad_and_residuals(as_jax(x), y.astype(np.float32)), residuals)
    assert_all_three(submission.loss_grad_and_residuals(x, x), np.zeros(5))


@task("loss_grad_and_residuals", points=0.5, title="leaves tables alone")
def test_loss_grad_and_residuals_leaves_tables_alone(submission, rng):
    x, y, residuals = two_arrays(rng, (3, 2))
    assert_pure(submission.loss_grad_and_residuals, x, y, returns=lambda answer: assert_all_three(answer, residuals))


# --------------------------------------------------------------------------- grad_with_metrics


def assert_grads_and_metrics(answer, params, x, y):
    loss, grads, metrics = linear_answers(params, x, y)
    n = float(len(y))
    wrong, column = wrong_losses(params, x, y), metrics["predictions"][:, None]
    table_loss, table_grads = wrong["broadcast-nxn"]
    tabled = {"loss": table_loss, "max_abs_error": np.max(np.abs(column - y)), "predictions": column}
    mean_error, mean_error_grads = wrong["mae-loss"]
    assert_close(
        answer,
        (grads, metrics),
        scale=terms(params, x, y),
        confusions={
            "aux-order": (metrics, grads),
            "nesting": [((loss, metrics), grads), (loss, metrics, grads), (grads, *metrics.values())],
            "sum-loss": [(g, {**metrics, "loss": n * loss}) for g in (grads, times(n, grads))],
            "half-loss": [(g, {**metrics, "loss": 0.5 * loss}) for g in (grads, times(0.5, grads))],
            "rmse-loss": (grads, {**metrics, "loss": np.sqrt(loss)}),
            "mae-loss": [(g, {**metrics, "loss": mean_error}) for g in (grads, mean_error_grads)],
            "broadcast-nxn": [
                (table_grads, tabled),
                (table_grads, {**tabled, "predictions": metrics["predictions"]}),
            ],
            "item-kills-gradient": (times(0.0, grads), metrics),
        },
    )


@task("grad_with_metrics", points=1.25, title="random data")
def test_gradient_and_metrics_of_random_data(submission, rng):
    data = linear_data(rng, 5, 3)
    assert_grads_and_metrics(submission.grad_with_metrics(*data), *data)
    assert_grads_and_metrics(submission.grad_with_metrics(*as_jax(data)), *data)


@task("grad_with_metrics", points=0.5, title="the largest error, above or below")
def test_the_largest_error_may_lie_on_either_side(submission, rng):
    for largest in (-4.0, 4.0):
        data = linear_data(rng, 5, 3, errors=rng.permutation([largest, 2.5, -2.5, 0.5, -1.0]))
        assert_grads_and_metrics(submission.grad_with_metrics(*data), *data)


@task("grad_with_metrics", points=0.5, title="one row, one column; a perfect fit; keys in another order")
def test_gradient_and_metrics_at_the_edges(submission, rng):
    data = linear_data(rng, 1, 1)
    assert_grads_and_metrics(submission.grad_with_metrics(*as_jax(data)), *data)
    params, x, y = linear_data(rng, 5, 3, errors=np.zeros(5))
    turned = {"b": params["b"], "w": params["w"].astype(np.float32)}
    assert_grads_and_metrics(submission.grad_with_metrics(turned, x, as_jax(y)), params, x, y)


@task("grad_with_metrics", points=0.5, title="leaves random parameters alone")
def test_grad_with_metrics_leaves_random_parameters_alone(submission, rng):
    data = linear_data(rng, 5, 3)
    assert_pure(submission.grad_with_metrics, *data, returns=lambda answer: assert_grads_and_metrics(answer, *data))


# --------------------------------------------------------------------------- value_aux_and_grad

# (f, its value, aux and gradient in float64)
SINES = (source("lambda x: (jnp.sum(jnp.sin(x)), x + 1.0)"), lambda x: (np.sum(np.sin(x)), x + 1.0, np.cos(x)))
CUBES = (
    source('lambda x: (jnp.sum(x**3), {"squares": x**2, "least": jnp.min(x)})'),
    lambda x: (np.sum(x**3), {"squares": x**2, "least": np.min(x)}, 3.0 * x**2),
)
NESTED = (
    source('lambda x: (jnp.sum(x**2), [2.0 * x, {"n": 3, "nothing": None}, (0.5, jnp.max(x), {})])'),
    lambda x: (np.sum(x**2), [2.0 * x, {"n": 3, "nothing": None}, (0.5, np.max(x), {})], 2.0 * x),
)
PAIRED = (source("lambda x: (jnp.sum(x**2), (x - 1.0, 2))"), lambda x: (np.sum(x**2), (x - 1.0, 2), 2.0 * x))
FORKED = (
    source("lambda x: (jnp.sum(x**2), 1) if x.sum() > 0 else (-jnp.sum(x), -1)"),
    lambda x: (np.sum(x**2), 1, 2.0 * x) if np.sum(x) > 0 else (-np.sum(x), -1, -np.ones_like(x)),
)

ROWS = (  # whoever hands over a flattened table has other rows
    source("lambda x: (jnp.sum(x[0] ** 2), x[-1])"),
    lambda x: (np.sum(x[0] ** 2), x[-1], np.concatenate([2.0 * x[:1], 0.0 * x[1:]])),
)

# The curve 3 x, whose derivative JAX is told to be 42 x: only who asks JAX gets to see that.
TREBLED = source(
    """
def made_up(primals, tangents):
    return 3.0 * primals[0], 42.0 * primals[0] * tangents[0]

treble = jax.custom_jvp(lambda x: 3.0 * x)
treble.defjvp(made_up)

def f(x):
    return jnp.sum(treble(x)), x + 1.0
"""
)


def points_of(rng, shape):
    """Random points between -2 and 2, none of them near 0; so coarse that their powers and sums are exact."""
    return np.asarray(rng.integers(4, 17, shape) / 8 * rng.choice([-1.0, 1.0], shape))


def assert_value_aux_and_grad(answer, example, x):
    value, aux, gradient = example[1](x)
    assert_close(
        answer,
        (value, aux, gradient),
        confusions={
            "nesting": [((value, aux), gradient), (value, (aux, gradient)), (value, (gradient, aux))],
            "value-grad-order": [(gradient, aux, value), (gradient, value, aux)],
            "aux-order": (aux, value, gradient),
            "item-kills-gradient": (value, aux, 0.0 * gradient),
        },
    )


@task("value_aux_and_grad", points=0.75, title="random points, with an array and a dict as aux")
def test_value_aux_and_gradient_at_random_points(submission, rng):
    x = np.abs(points_of(rng, 5))
    for example in (SINES, CUBES):
        assert_value_aux_and_grad(submission.value_aux_and_grad(example[0], x), example, x)
        assert_value_aux_and_grad(submission.value_aux_and_grad(example[0], as_jax(x)), example, x)


@task("value_aux_and_grad", points=0.25, title="any pytree as aux: numbers, None, tuples, lists in dicts")
def test_any_pytree_may_be_the_aux(submission, rng):
    x = np.abs(points_of(rng, 2))
    value, aux, gradient = np.sum(x**3), np.sum(x**2), 3.0 * x**2
    assert_close(
        submission.value_aux_and_grad(source("lambda x: (jnp.sum(x**3), jnp.sum(x**2))"), x),
        (value, aux, gradient),
        confusions={
            "aux-order": [(aux, value, 2.0 * x), (aux, value, gradient), (value, aux, 2.0 * x)],
            "value-grad-order": (*gradient, (value, aux)),  # two entries are taken for value and aux
        },
    )
    x = points_of(rng, 5)
    for example in (PAIRED, NESTED):
        assert_value_aux_and_grad(submission.value_aux_and_grad(example[0], x), example, x)


@task("value_aux_and_grad", points=0.25, title="shapes (3, 2), (1,) and (), float32")
def test_value_aux_and_gradient_in_other_shapes(submission, rng):
    for shape in ((3, 2), (1,), ()):
        x = points_of(rng, shape)
        assert_value_aux_and_grad(submission.value_aux_and_grad(CUBES[0], as_jax(x)), CUBES, x)
        assert_value_aux_and_grad(submission.value_aux_and_grad(CUBES[0], x.astype(np.float32)), CUBES, x)
    table = points_of(rng, (3, 2))
    assert_value_aux_and_grad(submission.value_aux_and_grad(ROWS[0], table), ROWS, table)


@task("value_aux_and_grad", points=0.25, title="a function that branches on its input")
def test_value_aux_and_gradient_of_a_function_with_a_branch(submission, rng):
    x = np.abs(points_of(rng, 5))
    for point in (x, -x):
        assert_value_aux_and_grad(submission.value_aux_and_grad(FORKED[0], point), FORKED, point)


@task("value_aux_and_grad", points=0.75, title="by automatic differentiation")
def test_value_aux_and_grad_asks_jax_for_the_slope(submission, rng):
    x = points_of(rng, 5)
    value, aux, gradient = unpack(submission.value_aux_and_grad(TREBLED, x), "value", "aux", "gradient")
    if is_close(gradient, np.full(5, 3.0), rtol=0.5, dtype="number"):
        fail("JAX was given another slope for this function than one can measure.", misconception="finite-differences")
    assert_close((value, aux, gradient), (3.0 * np.sum(x), x + 1.0, 42.0 * x))


@task("value_aux_and_grad", points=0.5, title="leaves a table alone")
def test_value_aux_and_grad_leaves_a_table_alone(submission, rng):
    x = points_of(rng, (3, 2))
    assert_pure(submission.value_aux_and_grad, NESTED[0], x, returns=lambda a: assert_value_aux_and_grad(a, NESTED, x))
