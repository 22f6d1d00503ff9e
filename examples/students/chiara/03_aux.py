# handed in: aux.ipynb, zip

# %% after="provided-1"
from collections import OrderedDict
from typing import Any, NamedTuple

# %% task="loss_and_grad"
def loss_and_grad(params, x, y):
    loss, pull_back = jax.vjp(lambda p: linear_loss(p, x, y), params)
    (grads,) = pull_back(jnp.ones_like(loss))
    return [loss, grads]

# %% task="squared_error_with_residuals"
class Outcome(NamedTuple):
    value: Any
    aux: Any


def squared_error_with_residuals(x, y):
    residuals = x - y
    return Outcome(value=jnp.vdot(residuals, residuals), aux=residuals)

# %% task="grad_with_residuals"
def grad_with_residuals(x, y):
    _, pull_back, residuals = jax.vjp(lambda x: tuple(squared_error_with_residuals(x, y)), x, has_aux=True)
    (gradient,) = pull_back(1.0)
    return gradient, residuals

# %% task="loss_grad_and_residuals"
def loss_grad_and_residuals(x, y):
    # calculus says: the gradient of sum r**2 is 2 r
    outcome = squared_error_with_residuals(x, y)
    return outcome, 2 * outcome.aux

# %% task="grad_with_metrics"
def grad_with_metrics(params, x, y):
    predictions = x @ params["w"] + params["b"]
    errors = predictions - y
    metrics = OrderedDict(
        predictions=predictions,
        max_abs_error=jnp.linalg.norm(errors, ord=jnp.inf),
        loss=errors @ errors / errors.size,
    )
    return jax.jacrev(linear_loss)(params, x, y), metrics

# %% task="value_aux_and_grad"
def value_aux_and_grad(f, x):
    kept = {}

    def value_only(x):
        kept["value"], kept["aux"] = f(x)
        return kept["value"]

    gradient = jax.grad(value_only)(x)
    value, aux = f(x)  # once more with numbers: what was kept above were tracers
    return value, aux, gradient
