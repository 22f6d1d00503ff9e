"""The public checks of unit 5: a first training loop."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checking import (
    Line,
    SeenAxes,
    as_jax,
    assert_close,
    assert_pure,
    beside_curve,
    beside_plot,
    describe,
    fail,
    is_close,
    shown,
    source,
    task,
    unpack,
)

Array = NDArray[Any]

# Five points near the line y = 3 x - 1, and another line to start from.
XS = np.array([0.0, 0.5, 1.0, 1.5, 2.0])
YS = np.array([-0.9, 0.4, 2.0, 3.6, 5.0])
THETA = np.array([1.0, 0.5])


def loss_and_gradient(theta: Array, x: Array, y: Array) -> tuple[Any, Array]:
    """The mean squared error of the line, and its gradient."""
    error = theta[0] * x + theta[1] - y
    return np.mean(error**2), np.array([np.mean(2 * error * x), np.mean(2 * error)])


# --------------------------------------------------------------------------- model


@task("model", points=0.5, title="gives the height of the line, which JAX differentiates")
def test_model_gives_the_height_of_the_line(submission):
    theta, x = np.array([2.0, 5.0]), np.array([0.0, 1.0, -1.0, 0.5, 10.0])
    for args in ((theta, x), as_jax((theta, x))):
        assert_close(submission.model(*args), np.array([5.0, 7.0, 3.0, 6.0, 25.0]))
    gradient_of = source("lambda model, theta, x: jax.grad(lambda t: jnp.sum(model(t, x)))(theta)")
    gradient = submission.evaluate(gradient_of, submission.model, *as_jax((theta, x)))
    confusions = {"item-kills-gradient": np.zeros(2)}
    assert_close(gradient, np.array([10.5, 5.0]), confusions=confusions, what="The gradient of the sum of the heights")


@task("model", points=0.5, title="leaves its arguments alone")
def test_model_leaves_its_arguments_alone(submission):
    assert_pure(submission.model, np.array([3.0, -1.0]), XS, returns=np.array([-1.0, 0.5, 2.0, 3.5, 5.0]))


# --------------------------------------------------------------------------- loss_fn


@task("loss_fn", points=0.75, title="is the mean squared error, which JAX differentiates")
def test_loss_fn_is_the_mean_squared_error(submission):
    theta, x = np.array([1.0, 0.0]), np.array([0.0, 1.0, 2.0, 3.0, 4.0])
    y = x - np.array([1.0, -2.0, 0.0, 3.0, -4.0])  # squares of the errors: 1, 4, 0, 9, 16
    confusions = {
        "sum-loss": 30.0,
        "half-loss": [3.0, 15.0],
        "mae-loss": 2.0,
        "rmse-loss": np.sqrt(6.0),
        "broadcast-nxn": np.mean((x[:, None] - y) ** 2),
        "hard-coded": 0.3,  # the page's own data has 100 points
    }
    for args in ((theta, x, y), as_jax((theta, x, y))):
        assert_close(submission.loss_fn(*args), 6.0, confusions=confusions)
    gradient_of = source("lambda loss_fn, theta, x, y: jax.grad(loss_fn)(theta, x, y)")
    gradient = submission.evaluate(gradient_of, submission.loss_fn, *as_jax((theta, x, y)))
    confusions = {"item-kills-gradient": np.zeros(2)}
    assert_close(gradient, loss_and_gradient(theta, x, y)[1], confusions=confusions, what="Its gradient for theta")


@task("loss_fn", points=0.5, title="leaves its arguments alone")
def test_loss_fn_leaves_its_arguments_alone(submission):
    assert_pure(submission.loss_fn, THETA, XS, YS, returns=loss_and_gradient(THETA, XS, YS)[0])


# --------------------------------------------------------------------------- update


def wrong_steps(lr: float) -> dict[str, Any]:
    """Where wrong steps from THETA lead."""
    loss, gradient = loss_and_gradient(THETA, XS, YS)
    return {
        "ascent": [THETA + lr * gradient, THETA + lr * gradient * [-1, 1], THETA + lr * gradient * [1, -1]],
        "argnums-default": THETA - lr * gradient[0],
        "ignores-lr": [THETA - 0.1 * gradient, THETA - gradient],
        "sum-loss": THETA - 5 * lr * gradient,
        "half-loss": THETA - lr * gradient / 2,
        "value-grad-order": THETA - lr * loss,
        "update-dropped": THETA,
    }


@task("update", points=1.25, title="takes one step downhill")
def test_update_takes_one_step_downhill(submission):
    gradient = loss_and_gradient(THETA, XS, YS)[1]
    assert_close(submission.update(THETA, XS, YS), THETA - 0.1 * gradient, confusions=wrong_steps(lr=0.1))
    answer = submission.update(*as_jax((THETA, XS, YS)), lr=0.1)
    assert_close(answer, THETA - 0.1 * gradient, confusions=wrong_steps(lr=0.1))


@task("update", points=0.75, title="leaves its arguments alone")
def test_update_leaves_its_arguments_alone(submission):
    expected = THETA - 0.3 * loss_and_gradient(THETA, XS, YS)[1]
    assert_pure(submission.update, THETA, XS, YS, 0.3, returns=expected, confusions=wrong_steps(lr=0.3))


# --------------------------------------------------------------------------- update_params


def params_after(lr: float) -> tuple[dict[str, float], dict[str, Any]]:
    """Where the right step from THETA leads, and where wrong ones do."""
    w, b = (float(parameter) for parameter in THETA)
    dw, db = loss_and_gradient(THETA, XS, YS)[1]
    new_w, new_b = w - lr * dw, b - lr * db
    b_later = b - lr * loss_and_gradient(np.array([new_w, b]), XS, YS)[1][1]
    w_later = w - lr * loss_and_gradient(np.array([w, new_b]), XS, YS)[1][0]
    return {"w": new_w, "b": new_b}, {
        "ascent": [
            {"w": w + lr * dw, "b": b + lr * db},
            {"w": w - lr * dw, "b": b + lr * db},
            {"w": w + lr * dw, "b": b - lr * db},
        ],
        "ignores-lr": [{"w": w - 0.1 * dw, "b": b - 0.1 * db}, {"w": w - dw, "b": b - db}],
        "dict-order": {"w": w - lr * db, "b": b - lr * dw},
        "sequential-update": [{"w": new_w, "b": b_later}, {"w": w_later, "b": new_b}],
        "leaf-not-updated": [{"w": new_w, "b": b}, {"w": w, "b": new_b}],
        "update-dropped": {"w": w, "b": b},
    }


@task("update_params", points=1, title="moves both parameters one step downhill")
def test_update_params_moves_both_parameters(submission):
    expected, confusions = params_after(lr=0.1)
    for w, b in ([float(parameter) for parameter in THETA], as_jax(list(THETA))):
        assert_close(submission.update_params({"w": w, "b": b}, XS, YS), expected, confusions=confusions)


@task("update_params", points=0.75, title="leaves the given dictionary alone")
def test_update_params_leaves_the_given_dictionary_alone(submission):
    params, (expected, confusions) = {"b": THETA[1], "w": THETA[0]}, params_after(lr=0.3)
    assert_pure(submission.update_params, params, XS, YS, lr=0.3, returns=expected, confusions=confusions)


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


# Points in no order, and not from 0 on.
SCATTERED_X = np.array([1.5, -0.5, 2.0, 0.5, 1.0])
SCATTERED_Y = np.array([3.6, -2.4, 5.0, 0.4, 2.0])


def assert_shows_the_fit(axes: SeenAxes) -> None:
    """Fail, with the plot beside the right one, unless the points and the line of THETA are there."""
    ends = np.array([np.min(SCATTERED_X), np.max(SCATTERED_X)])
    line = Line(tuple(ends), tuple(THETA[0] * ends + THETA[1]))
    with shown(beside_plot(axes, SCATTERED_X, SCATTERED_Y, line, xlabel="x", ylabel="y")):
        assert_shows_the_points(axes, SCATTERED_X, SCATTERED_Y)
        assert_shows_the_line(axes, THETA, SCATTERED_X)


@task("plot_fit", points=0.75, title="shows the points and the line")
def test_plot_fit_shows_the_points_and_the_line(submission):
    data = THETA, SCATTERED_X, SCATTERED_Y
    for args in (data, as_jax(data)):
        assert_shows_the_fit(axes_of(submission.plot_fit(*args)))


@task("plot_fit", points=0.25, title="labels both axes of a fresh Axes at every call")
def test_plot_fit_labels_both_axes(submission):
    before, axes = (axes_of(submission.plot_fit(THETA, XS, YS)) for _ in range(2))
    if before.identity == axes.identity:
        fail(
            "Two calls drew into the same Axes.",
            misconception="hidden-state",
            hint="Begin with `_, ax = plt.subplots()`, inside the function.",
        )
    if not (axes.xlabel.strip() and axes.ylabel.strip()):
        fail("The x axis and the y axis both need a label.", misconception="unlabelled-axes")


@task("plot_fit", points=0.5, title="leaves its arguments alone")
def test_plot_fit_leaves_its_arguments_alone(submission):
    data = THETA, SCATTERED_X, SCATTERED_Y
    assert_pure(submission.plot_fit, *data, returns=lambda answer: assert_shows_the_fit(axes_of(answer)))


# --------------------------------------------------------------------------- train, last because it may take long


def descend(theta: Array, x: Array, y: Array, steps: int, lr: float) -> tuple[Array, Array]:
    """The last theta, and the losses before each step."""
    losses = []
    for _ in range(steps):
        loss, gradient = loss_and_gradient(theta, x, y)
        losses.append(loss)
        theta = theta - lr * gradient
    return theta, np.array(losses)


def assert_trained(answer: Any, steps: int, lr: float) -> None:
    """Fail unless `answer` is what `steps` steps from THETA over XS and YS lead to."""
    end, losses = descend(THETA, XS, YS, steps, lr)
    in_turn, theta = [], THETA.copy()
    for _ in range(steps):  # w first, then b with a gradient taken at the new w
        in_turn.append(loss_and_gradient(theta, XS, YS)[0])
        for i in (0, 1):
            theta[i] -= lr * loss_and_gradient(theta, XS, YS)[1][i]
    seen = unpack(answer, "theta", "losses")[1]
    if is_close(answer, (losses, end)):
        fail("The losses stand before theta.", hint="Return theta first, then the losses.")
    if steps > 1 and is_close(answer, (end, np.full(steps, losses[0]))):
        fail(
            "All the losses are the first one: it was taken once, before the loop.",
            hint="Take the loss anew in every step, with the parameters that the step starts from.",
        )
    confusions = {
        "loss-after-step": (end, np.append(losses[1:], loss_and_gradient(end, XS, YS)[0])),
        "not-reassigned": (THETA, np.full(steps, losses[0])),
        "ascent": descend(THETA, XS, YS, steps, -lr),
        "ignores-lr": descend(THETA, XS, YS, steps, 0.1),
        "index-dropped": (end, np.append(0.0, losses[:-1])),
        "sequential-update": (theta, np.array(in_turn)),
    }
    if isinstance(seen, np.ndarray) and seen.ndim == 1 and len(seen) <= 2000:
        confusions["ignores-steps"] = descend(THETA, XS, YS, len(seen), lr)
    with shown(beside_curve(seen, losses, xlabel="step", ylabel="loss")):
        assert_close(answer, (end, losses), confusions=confusions)


@task("train", points=1.5, title="takes five steps and keeps the losses")
def test_train_takes_five_steps(submission):
    for args in ((THETA, XS, YS), as_jax((THETA, XS, YS))):
        assert_trained(submission.train(*args, steps=5), steps=5, lr=0.1)


@task("train", points=0.75, title="leaves its arguments alone")
def test_train_leaves_its_arguments_alone(submission):
    assert_pure(submission.train, THETA, XS, YS, 3, 0.2, returns=lambda answer: assert_trained(answer, 3, 0.2))
