"""The hidden checks of unit 5: a first training loop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checking import (
    SeenAxes,
    as_jax,
    assert_close,
    assert_pure,
    describe,
    fail,
    is_close,
    source,
    task,
    unpack,
)

Array = NDArray[Any]
Data = tuple[Array, Array, Array]  # theta, x, y


def both(*args: Any) -> Iterator[tuple[Any, ...]]:
    """The arguments with NumPy arrays, then with JAX arrays."""
    yield args
    yield as_jax(args)


def random_data(rng: np.random.Generator, n: int = 5) -> Data:
    """A line, and `n` points near another one.  Small x, so that steps of up to 0.3 never overshoot."""
    theta = rng.uniform(0.5, 1.5, size=2) * rng.choice([-1.0, 1.0], size=2)
    x = rng.uniform(-1.5, 1.5, size=n)
    return theta, x, 3 * x - 1 + rng.uniform(-0.5, 0.5, size=n)


def loss_and_gradient(theta: Array, x: Array, y: Array) -> tuple[Any, Array]:
    """The mean squared error of the line, and its gradient."""
    error = theta[0] * x + theta[1] - y
    return np.mean(error**2), np.array([np.mean(2 * error * x), np.mean(2 * error)])


def wrong_losses(theta: Array, x: Array, y: Array) -> dict[str, tuple[Any, Any]]:
    """What other losses, or the two parts mixed up, give in place of the loss and of its gradient."""
    error = theta[0] * x + theta[1] - y
    table = error[:, None] + y[:, None] - y
    loss, gradient = loss_and_gradient(theta, x, y)
    wrong: dict[str, tuple[Any, Any]] = {
        "ascent": (loss, -gradient),
        "value-grad-order": (gradient, loss),
        "half-loss": (loss / 2, gradient / 2),
    }
    if len(x) == 1:
        return wrong  # of a single point, one is like the other
    return wrong | {
        "sum-loss": (len(x) * loss, len(x) * gradient),
        "mae-loss": (np.mean(np.abs(error)), np.array([np.mean(np.sign(error) * x), np.mean(np.sign(error))])),
        "rmse-loss": (np.sqrt(loss), gradient / (2 * np.sqrt(loss))),
        "broadcast-nxn": (np.mean(table**2), np.array([np.mean(2 * table * x[:, None]), np.mean(2 * table)])),
    }


# --------------------------------------------------------------------------- model


def assert_line(answer: Any, theta: Array, x: Array) -> None:
    w, b = theta
    scale = np.max(np.abs(w * x)) + abs(b)
    if is_close(answer, b * x + w, scale=scale):
        fail("Slope and height are swapped.", hint="`theta[0]` is the slope w, `theta[1]` the height b.")
    assert_close(answer, w * x + b, scale=scale, confusions={"index-clamped": b * x + b})


@task("model", points=0.75, title="gives the height of a random line")
def test_model_on_random_data(submission, rng):
    theta, x, _ = random_data(rng)
    for args in both(theta, x):
        assert_line(submission.model(*args), theta, x)


@task("model", points=0.5, title="takes x of any shape, and a line through 0")
def test_model_takes_x_of_any_shape(submission, rng):
    for theta, shape in [(rng.normal(size=2), (3, 2)), (np.array([2.0, 0.0]), (1,)), (np.array([0.0, -3.0]), ())]:
        x = rng.normal(size=shape)
        for args in both(theta, np.asarray(x, dtype=np.float32)):
            assert_line(submission.model(*args), theta, x)


@task("model", points=0.5, title="can be differentiated")
def test_model_can_be_differentiated(submission, rng):
    (theta, x, _), weights = random_data(rng), rng.normal(size=5)
    gradient_of = source("lambda model, theta, x, weights: jax.grad(lambda t: jnp.vdot(weights, model(t, x)))(theta)")
    expected = np.array([np.sum(weights * x), np.sum(weights)])
    for data in both(theta, x, weights):
        assert_close(
            submission.evaluate(gradient_of, submission.model, *data),
            expected,
            scale=np.sum(np.abs(weights)) * (1 + np.max(np.abs(x))),
            confusions={"item-kills-gradient": np.zeros(2), "index-clamped": np.array([0.0, np.sum(expected)])},
            what="The gradient with respect to theta",
        )


@task("model", points=0.25, title="leaves a matrix of x alone")
def test_model_leaves_a_matrix_alone(submission, rng):
    theta, x = rng.normal(size=2).astype(np.float32), rng.normal(size=(3, 2)).astype(np.float32)
    assert_pure(submission.model, theta, x, returns=lambda answer: assert_line(answer, theta, x), jax_inputs=False)


# --------------------------------------------------------------------------- loss_fn


def assert_loss(answer: Any, theta: Array, x: Array, y: Array) -> None:
    confusions = {name: loss for name, (loss, _) in wrong_losses(theta, x, y).items()}
    assert_close(answer, loss_and_gradient(theta, x, y)[0], confusions=confusions)


@task("loss_fn", points=1, title="is the mean squared error on random data")
def test_loss_fn_on_random_data(submission, rng):
    data = random_data(rng)
    for args in both(*data):
        assert_loss(submission.loss_fn(*args), *data)


@task("loss_fn", points=0.25, title="takes a single point")
def test_loss_fn_takes_a_single_point(submission):
    data = np.array([2.0, 1.0]), np.array([3.0]), np.array([4.0])
    for args in both(*data):
        assert_close(submission.loss_fn(*args), 9.0, confusions={"half-loss": 4.5})


@task("loss_fn", points=0.25, title="is 0 for a perfect fit")
def test_loss_fn_is_0_for_a_perfect_fit(submission):
    theta, x = np.array([2.0, -1.0], dtype=np.float32), np.array([0.0, 0.5, 1.0, 1.5, -2.0], dtype=np.float32)
    for args in both(theta, x, 2 * x - 1):
        assert_close(submission.loss_fn(*args), 0.0, scale=1.0)


@task("loss_fn", points=0.75, title="can be differentiated")
def test_loss_fn_can_be_differentiated(submission, rng):
    data = random_data(rng)
    confusions = {name: gradient for name, (_, gradient) in wrong_losses(*data).items()}
    confusions["item-kills-gradient"] = np.zeros(2)
    gradient_of = source("lambda loss_fn, theta, x, y: jax.grad(loss_fn)(theta, x, y)")
    for args in both(*data):
        assert_close(
            submission.evaluate(gradient_of, submission.loss_fn, *args),
            loss_and_gradient(*data)[1],
            scale=1.0,
            confusions=confusions,
            what="The gradient with respect to theta",
        )


@task("loss_fn", points=0.5, title="leaves other arrays alone")
def test_loss_fn_leaves_other_arrays_alone(submission, rng):
    theta, x, y = (part.astype(np.float32) for part in random_data(rng))
    assert_pure(
        submission.loss_fn,
        *(theta, x, y),
        returns=lambda answer: assert_loss(answer, theta, x, y),
        jax_inputs=False,
    )


# --------------------------------------------------------------------------- update


def wrong_steps(theta: Array, x: Array, y: Array, lr: float) -> dict[str, Any]:
    """Where wrong steps lead."""
    gradient = loss_and_gradient(theta, x, y)[1]
    (w, b), (new_w, new_b) = theta, theta - lr * gradient
    w_later = w - lr * loss_and_gradient(np.array([w, new_b]), x, y)[1][0]
    b_later = b - lr * loss_and_gradient(np.array([new_w, b]), x, y)[1][1]
    by_x = 2 * w * (w * x + b - y) / len(x)
    steps: dict[str, Any] = {
        "ignores-lr": [theta - 0.1 * gradient, theta - gradient],
        "leaf-not-updated": [np.array([new_w, b]), np.array([w, new_b])],
        "sequential-update": [np.array([new_w, b_later]), np.array([w_later, new_b])],
        "update-dropped": theta,
        "argnums-default": [theta - lr * gradient[0], *([theta - lr * by_x] if len(x) == 1 else [])],
    }
    steps |= {name: theta - lr * wrong for name, (_, wrong) in wrong_losses(theta, x, y).items()}
    steps["ascent"] = [theta + lr * gradient, theta + lr * gradient * [-1, 1], theta + lr * gradient * [1, -1]]
    return steps


def assert_step(answer: Any, theta: Array, x: Array, y: Array, lr: float) -> None:
    expected = theta - lr * loss_and_gradient(theta, x, y)[1]
    assert_close(answer, expected, scale=np.max(np.abs(theta)), confusions=wrong_steps(theta, x, y, lr))


@task("update", points=0.75, title="takes one step on random data")
def test_update_on_random_data(submission, rng):
    data = random_data(rng)
    assert_step(submission.update(*data), *data, lr=0.1)


@task("update", points=0.5, title="takes one step on JAX arrays")
def test_update_takes_jax_arrays(submission, rng):
    data = random_data(rng)
    assert_step(submission.update(*as_jax(data)), *data, lr=0.1)


@task("update", points=1, title="takes the learning rate, by name and by position")
def test_update_takes_the_learning_rate(submission, rng):
    theta, x, y = data = random_data(rng)
    assert_step(submission.update(*data, lr=0.3), *data, lr=0.3)
    assert_step(submission.update(*as_jax(data), 0.03), *data, lr=0.03)
    # A step too long leaps across the valley and up: it is a step all the same.
    high = theta + np.array([0.0, 20.0])
    assert_step(submission.update(high, x, y, lr=2.0), high, x, y, lr=2.0)


@task("update", points=0.5, title="takes a single point")
def test_update_takes_a_single_point(submission, rng):
    data = random_data(rng, n=1)
    for args in both(*data):
        assert_step(submission.update(*args, lr=0.3), *data, lr=0.3)


@task("update", points=0.25, title="stays where the fit is perfect")
def test_update_stays_where_the_fit_is_perfect(submission):
    theta, x = np.array([2.0, -1.0], dtype=np.float32), np.array([0.0, 0.5, 1.0, 1.5, -2.0], dtype=np.float32)
    for args in both(theta, x, 2 * x - 1):
        assert_close(submission.update(*args), theta)


@task("update", points=1, title="leaves other arrays alone")
def test_update_leaves_other_arrays_alone(submission, rng):
    theta, x, y = (part.astype(np.float32) for part in random_data(rng))
    assert_pure(
        submission.update,
        *(theta, x, y, 0.25),
        returns=lambda answer: assert_step(answer, theta, x, y, 0.25),
        jax_inputs=False,
    )


# --------------------------------------------------------------------------- update_params


def as_params(theta: Any) -> Any:
    if isinstance(theta, list):
        return [as_params(one) for one in theta]
    return {"w": theta[0], "b": theta[1]}


def assert_params_step(answer: Any, theta: Array, x: Array, y: Array, lr: float) -> None:
    gradient = loss_and_gradient(theta, x, y)[1]
    expected, swapped = theta - lr * gradient, theta - lr * gradient[::-1]
    wrong = wrong_steps(theta, x, y, lr) | {"dict-order": [swapped, swapped[::-1], expected[::-1]]}
    confusions = {name: as_params(step) for name, step in wrong.items()}
    assert_close(answer, as_params(expected), scale=np.max(np.abs(theta)), confusions=confusions)


@task("update_params", points=1, title="takes one step on random data")
def test_update_params_on_random_data(submission, rng):
    theta, x, y = random_data(rng)
    for args in both(as_params(theta), x, y):
        assert_params_step(submission.update_params(*args), theta, x, y, lr=0.1)


@task("update_params", points=0.75, title="matches the entries by key, in any order")
def test_update_params_matches_by_key(submission, rng):
    theta, x, y = random_data(rng)
    w, b = as_jax(list(theta))
    for params in ({"w": w, "b": b}, {"b": b, "w": w}):
        assert_params_step(submission.update_params(params, x, y, lr=0.3), theta, x, y, lr=0.3)


@task("update_params", points=0.5, title="takes the learning rate, by name and by position")
def test_update_params_takes_the_learning_rate(submission, rng):
    theta, x, y = random_data(rng)
    w, b = (float(parameter) for parameter in theta)
    assert_params_step(submission.update_params({"b": b, "w": w}, x, y, lr=0.3), theta, x, y, lr=0.3)
    assert_params_step(submission.update_params({"w": w, "b": b}, x, y, 0.03), theta, x, y, lr=0.03)


@task("update_params", points=0.25, title="takes a single point")
def test_update_params_takes_a_single_point(submission, rng):
    theta, x, y = random_data(rng, n=1)
    for args in both(as_params(theta.astype(np.float32)), x, y):
        assert_params_step(submission.update_params(*args, lr=0.3), theta, x, y, lr=0.3)


@task("update_params", points=0.75, title="leaves a dictionary in another order alone")
def test_update_params_leaves_a_dictionary_in_another_order_alone(submission, rng):
    theta, x, y = (part.astype(np.float32) for part in random_data(rng))
    assert_pure(
        submission.update_params,
        *({"b": theta[1], "w": theta[0]}, x, y, 0.25),
        returns=lambda answer: assert_params_step(answer, theta, x, y, 0.25),
        jax_inputs=False,
    )


# --------------------------------------------------------------------------- plot_fit


def axes_of(answer: Any) -> SeenAxes:
    if answer is None:
        fail("The result should be a Matplotlib Axes, but is None.", misconception="returns-nothing")
    if not isinstance(answer, SeenAxes):
        fail(f"The result should be a Matplotlib Axes, but is {describe(answer)}.", hint="Return `ax` itself.")
    return answer


def assert_shows_the_points(axes: SeenAxes, x: Array, y: Array) -> None:
    """Fail unless each point is there, in a scatter or as a marker without a line."""
    scale = np.array([np.max(np.abs(x)), np.max(np.abs(y))])
    near = np.abs(axes.marked - np.column_stack([x, y])[:, None]) <= 1e-4 * scale
    missing = len(x) - np.sum(near.all(axis=2).any(axis=1))
    if missing:
        seen_of = "None of the points is" if missing == len(x) else f"{missing} of the {len(x)} points are not"
        fail(f"{seen_of} in the plot.", hint="Draw the data with `ax.scatter(x, y)`.")


def assert_shows_the_line(axes: SeenAxes, theta: Array, x: Array) -> None:
    """Fail unless a line, or pieces of one, lie on the model's line and reach over all x."""
    least = min(2, len(x))  # points; fewer draw no line
    curves = [curve for curve in axes.curves if curve.line and len(curve.x) >= least]
    drawn = [(np.array(curve.x), np.array(curve.y), curve.endless) for curve in curves]
    if not drawn:
        fail("There is no line in the plot.", hint="Draw it with `ax.plot`, from the least x to the greatest.")
    w, b = theta
    right = [
        (at, endless)
        for at, height, endless in drawn
        if np.all(np.abs(height - (w * at + b)) <= 1e-4 * np.max(np.abs(w * at) + np.abs(b)))
    ]
    if not right:
        fail("No line in the plot follows w * x + b.", misconception="wrong-line")
    slack, reached = 0.01 * (np.max(x) - np.min(x)), np.concatenate([at for at, _ in right])
    over_all = min(reached) <= np.min(x) + slack and max(reached) >= np.max(x) - slack
    if not (over_all or any(endless for _, endless in right)):
        fail(
            "The line does not reach over all the points.",
            misconception="wrong-line",
            hint="Draw it from the least x to the greatest, at least.",
        )


@task("plot_fit", points=0.75, title="shows all points of random data")
def test_plot_fit_shows_all_points(submission, rng):
    theta, x, y = random_data(rng, n=120)
    assert_shows_the_points(axes_of(submission.plot_fit(theta, x, y)), x, y)


@task("plot_fit", points=0.75, title="shows the line it was given, over all x in any order")
def test_plot_fit_shows_the_line_it_was_given(submission, rng):
    theta, x, y = random_data(rng)
    for args in both(theta, x, y):
        assert_shows_the_line(axes_of(submission.plot_fit(*args)), theta, x)


@task("plot_fit", points=0.5, title="shows a line that reaches from end to end, far from 0 too")
def test_plot_fit_reaches_from_end_to_end(submission, rng):
    # No range that is fixed, or goes from -max to max, or from the least y to the greatest reaches over this x.
    for centre in (-230.0, 230.0):
        x = centre + rng.permutation([-40.0, -25.0, 0.0, 20.0, 40.0]) + rng.uniform(-3.0, 3.0, size=5)
        theta = np.array([0.1, 0.9 * centre])
        axes = axes_of(submission.plot_fit(theta, x, theta[0] * x + theta[1] + rng.uniform(-2.0, 2.0, size=5)))
        assert_shows_the_line(axes, theta, x)


@task("plot_fit", points=0.5, title="labels both axes of a fresh Axes at every call")
def test_plot_fit_uses_a_fresh_axes(submission, rng):
    theta, x, y = random_data(rng)
    first, second = (axes_of(submission.plot_fit(theta, part, y)) for part in (x, 2 * x))
    if first.identity == second.identity:
        fail(
            "Two calls drew into the same Axes.",
            misconception="hidden-state",
            hint="Begin with `_, ax = plt.subplots()`, inside the function.",
        )
    if not (second.xlabel.strip() and second.ylabel.strip()):
        fail("The x axis and the y axis both need a label.", misconception="unlabelled-axes")


@task("plot_fit", points=0.25, title="shows points and line of JAX arrays, for a falling or a level line")
def test_plot_fit_takes_jax_arrays(submission, rng):
    _, x, y = random_data(rng)
    for theta in (np.array([-2.0, 4.0]), np.array([0.0, 1.5])):
        axes = axes_of(submission.plot_fit(*as_jax((theta, x, y))))
        assert_shows_the_points(axes, x, y)
        assert_shows_the_line(axes, theta, x)


@task("plot_fit", points=0.25, title="takes a single point")
def test_plot_fit_takes_a_single_point(submission):
    theta, x, y = np.array([2.0, 1.0]), np.array([3.0]), np.array([4.0])
    axes = axes_of(submission.plot_fit(theta, x, y))
    assert_shows_the_points(axes, x, y)
    assert_shows_the_line(axes, theta, x)


@task("plot_fit", points=0.5, title="leaves unsorted data alone")
def test_plot_fit_leaves_unsorted_data_alone(submission, rng):
    theta, x, y = (part.astype(np.float32) for part in random_data(rng))
    x[:2] = 1.0, -1.0  # for certain not in order

    def look(answer: Any) -> None:
        assert_shows_the_points(axes_of(answer), x, y)
        assert_shows_the_line(answer, theta, x)

    assert_pure(submission.plot_fit, theta, x, y, returns=look, jax_inputs=False)


# --------------------------------------------------------------------------- train, last because it may take long


def descend(theta: Array, x: Array, y: Array, steps: int, lr: float, wrong: str = "") -> tuple[Array, Array]:
    """The last theta, and the losses before each step; `wrong` names another loss to go down."""
    losses = []
    for _ in range(steps):
        loss, gradient = wrong_losses(theta, x, y)[wrong] if wrong else loss_and_gradient(theta, x, y)
        losses.append(loss)
        theta = theta - lr * gradient
    return theta, np.array(losses)


def descend_in_turn(
    theta: Array, x: Array, y: Array, steps: int, lr: float, order: tuple[int, ...]
) -> tuple[Array, Array]:
    """As `descend`, but each parameter moves with a gradient taken after the one before has moved."""
    theta, losses = theta.copy(), []
    for _ in range(steps):
        losses.append(loss_and_gradient(theta, x, y)[0])
        for i in order:
            theta[i] -= lr * loss_and_gradient(theta, x, y)[1][i]
    return theta, np.array(losses)


def wrong_trainings(theta: Array, x: Array, y: Array, steps: int, lr: float) -> dict[str, Any]:
    """What wrong loops lead to."""
    end, losses = descend(theta, x, y, steps, lr)
    stuck, late = np.full(steps, losses[0]), np.append(0.0, losses[:-1])
    trainings: dict[str, Any] = {
        "loss-after-step": (end, np.append(losses[1:], loss_and_gradient(end, x, y)[0])),
        "not-reassigned": [(theta, stuck), (descend(theta, x, y, 1, lr)[0], stuck), (theta, losses)],
        "ignores-lr": [descend(theta, x, y, steps, other) for other in (0.1, 1.0)],
        "index-dropped": (end, late) if steps > 1 else (end, losses),
        "sequential-update": [descend_in_turn(theta, x, y, steps, lr, order) for order in ((0, 1), (1, 0))],
    }
    for name in wrong_losses(theta, x, y):
        with np.errstate(all="ignore"):
            end, losses = descend(theta, x, y, steps, lr, name)
        if np.all(np.isfinite(losses)) and np.all(np.isfinite(end)):  # some run away
            trainings[name] = end, losses
    return trainings


def assert_trained(answer: Any, theta: Array, x: Array, y: Array, steps: int, lr: float) -> None:
    end, losses = descend(theta, x, y, steps, lr)
    seen = unpack(answer, "theta", "losses")[1]
    if is_close(answer, (losses, end)):
        fail("The losses stand before theta.", hint="Return theta first, then the losses.")
    confusions = wrong_trainings(theta, x, y, steps, lr)
    if isinstance(seen, np.ndarray) and seen.ndim == 1 and len(seen) <= 2000:
        confusions["ignores-steps"] = descend(theta, x, y, len(seen), lr)
    assert_close(answer, (end, losses), confusions=confusions)


@task("train", points=1, title="takes a single step")
def test_train_takes_a_single_step(submission, rng):
    data = random_data(rng)
    for args in both(*data):
        assert_trained(submission.train(*args, steps=1), *data, steps=1, lr=0.1)


@task("train", points=1.25, title="takes twenty steps on random data")
def test_train_takes_twenty_steps(submission, rng):
    data = random_data(rng)
    assert_trained(submission.train(*as_jax(data), steps=20, lr=0.2), *data, steps=20, lr=0.2)


@task("train", points=1, title="takes steps and learning rate, by position and by name")
def test_train_takes_steps_and_learning_rate(submission, rng):
    data = random_data(rng)
    assert_trained(submission.train(*data, 3, 0.3), *data, steps=3, lr=0.3)
    assert_trained(submission.train(*as_jax(data), lr=0.03, steps=3), *data, steps=3, lr=0.03)
    # A step too long leaps across the valley and up: it is a step all the same.
    assert_trained(submission.train(*data, steps=3, lr=2.0), *data, steps=3, lr=2.0)


# The default of `steps`, where it is a number that can be read.
DEFAULT = source(
    """
import inspect
import numbers

def default_of_steps(train):
    try:
        default = inspect.signature(train).parameters["steps"].default
    except Exception:
        return None
    return float(default) if isinstance(default, numbers.Real) else None
"""
)


@task("train", points=0.25, title="takes a thousand steps unless it is told otherwise")
def test_train_takes_a_thousand_steps_by_default(submission, rng):
    data = random_data(rng)
    assert_trained(submission.train(*data, steps=3), *data, steps=3, lr=0.1)
    default = submission.evaluate(DEFAULT, submission.train)
    if default is not None and default != 1000.0:
        fail(
            f"Without `steps` it takes {default:g} steps, not 1000.",
            misconception="ignores-steps",
            hint="Keep the first line as the page gives it, with the defaults of `steps` and `lr`.",
        )


@task("train", points=0.5, title="takes a single point, and takes its steps where the fit is perfect, too")
def test_train_takes_a_single_point(submission, rng):
    # steps=0 is not asked for: an honest `fori_loop` that writes into `jnp.zeros(steps)` cannot take it.
    data = random_data(rng, n=1)
    assert_trained(submission.train(*data, steps=3, lr=0.3), *data, steps=3, lr=0.3)
    theta, x = np.array([2.0, -1.0], dtype=np.float32), np.array([0.0, 0.5, 1.0, 1.5, -2.0], dtype=np.float32)
    assert_close(submission.train(theta, x, 2 * x - 1, steps=3), (theta, np.zeros(3)), scale=1.0)


@task("train", points=0.75, title="leaves other arrays alone")
def test_train_leaves_other_arrays_alone(submission, rng):
    theta, x, y = (part.astype(np.float32) for part in random_data(rng))
    assert_pure(
        submission.train,
        *(theta, x, y, 5, 0.25),
        returns=lambda answer: assert_trained(answer, theta, x, y, 5, 0.25),
        jax_inputs=False,
    )
