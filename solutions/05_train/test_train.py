"""The public checks of unit 5: a first training loop."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checking import SeenAxes, as_jax, assert_close, assert_pure, describe, fail, task, unpack

Array = NDArray[Any]

# Five points near the line y = 3 x - 1.
XS = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
YS = np.array([-3.9, -2.6, -1.0, 0.6, 2.0])
THETA = np.array([1.0, 0.5])


def loss_and_gradient(theta: Array, x: Array, y: Array) -> tuple[Any, Array]:
    """The mean squared error of the line, and its gradient."""
    error = theta[0] * x + theta[1] - y
    return np.mean(error**2), np.array([np.mean(2 * error * x), np.mean(2 * error)])


def descend(theta: Array, x: Array, y: Array, steps: int, lr: float) -> tuple[Array, Array]:
    """The last theta and the losses; `losses` has one more, which is the loss after the last step."""
    losses = [loss_and_gradient(theta, x, y)[0]]
    for _ in range(steps):
        theta = theta - lr * loss_and_gradient(theta, x, y)[1]
        losses.append(loss_and_gradient(theta, x, y)[0])
    return theta, np.array(losses)


# --------------------------------------------------------------------------- model


@task("model", points=0.5, title="gives the height of the line")
def test_model_gives_the_height_of_the_line(submission):
    theta, x = np.array([2.0, 5.0]), np.array([0.0, 1.0, -1.0, 0.5, 10.0])
    for args in ((theta, x), as_jax((theta, x))):
        assert_close(submission.model(*args), np.array([5.0, 7.0, 3.0, 6.0, 25.0]))


@task("model", points=0.5, title="leaves its arguments alone")
def test_model_leaves_its_arguments_alone(submission):
    assert_pure(submission.model, np.array([3.0, -1.0]), XS, returns=np.array([-4.0, -2.5, -1.0, 0.5, 2.0]))


# --------------------------------------------------------------------------- loss_fn


@task("loss_fn", points=0.75, title="is the mean squared error")
def test_loss_fn_is_the_mean_squared_error(submission):
    theta, x = np.array([1.0, 0.0]), np.array([0.0, 1.0, 2.0, 3.0, 4.0])
    y = x - np.array([1.0, -2.0, 0.0, 3.0, -4.0])
    confusions = {
        "sum-loss": 30.0,
        "half-loss": [3.0, 15.0],
        "mae-loss": 2.0,
        "rmse-loss": np.sqrt(6.0),
        "broadcast-nxn": np.mean((x[:, None] - y) ** 2),
    }
    for args in ((theta, x, y), as_jax((theta, x, y))):
        assert_close(submission.loss_fn(*args), 6.0, confusions=confusions)


@task("loss_fn", points=0.5, title="leaves its arguments alone")
def test_loss_fn_leaves_its_arguments_alone(submission):
    assert_pure(submission.loss_fn, THETA, XS, YS, returns=loss_and_gradient(THETA, XS, YS)[0])


# --------------------------------------------------------------------------- update


@task("update", points=1.25, title="takes one step downhill")
def test_update_takes_one_step_downhill(submission):
    loss, gradient = loss_and_gradient(THETA, XS, YS)
    confusions = {
        "ascent": THETA + 0.1 * gradient,
        "ignores-lr": THETA - gradient,
        "sum-loss": THETA - 0.5 * gradient,
        "half-loss": THETA - 0.05 * gradient,
        "leaf-not-updated": [THETA - 0.1 * gradient * [1, 0], THETA - 0.1 * gradient * [0, 1]],
        "value-grad-order": THETA - 0.1 * loss,
        "update-dropped": THETA,
    }
    for args in ((THETA, XS, YS), as_jax((THETA, XS, YS))):
        assert_close(submission.update(*args), THETA - 0.1 * gradient, confusions=confusions)


@task("update", points=0.75, title="leaves its arguments alone")
def test_update_leaves_its_arguments_alone(submission):
    gradient = loss_and_gradient(THETA, XS, YS)[1]
    confusions = {"ignores-lr": [THETA - 0.1 * gradient, THETA - gradient]}
    assert_pure(submission.update, THETA, XS, YS, lr=0.5, returns=THETA - 0.5 * gradient, confusions=confusions)


# --------------------------------------------------------------------------- update_params


@task("update_params", points=1, title="moves both parameters one step downhill")
def test_update_params_moves_both_parameters(submission):
    w, b = THETA
    gradient = loss_and_gradient(THETA, XS, YS)[1]
    new_w, new_b = THETA - 0.1 * gradient
    later = loss_and_gradient(np.array([new_w, b]), XS, YS)[1][1]
    # x is centred here, so that the two gradients do not depend on each other: shift it for the sequential update.
    confusions = {
        "ascent": {"w": w + 0.1 * gradient[0], "b": b + 0.1 * gradient[1]},
        "dict-order": [
            {"w": w - 0.1 * gradient[1], "b": b - 0.1 * gradient[0]},
            {"w": b - 0.1 * gradient[0], "b": w - 0.1 * gradient[1]},
        ],
        "sequential-update": {"w": new_w, "b": b - 0.1 * later},
        "leaf-not-updated": [{"w": new_w, "b": b}, {"w": w, "b": new_b}],
        "update-dropped": {"w": w, "b": b},
    }
    params = {"w": np.array(w), "b": np.array(b)}
    for args in ((params, XS, YS), as_jax((params, XS, YS))):
        assert_close(submission.update_params(*args), {"w": new_w, "b": new_b}, confusions=confusions)
