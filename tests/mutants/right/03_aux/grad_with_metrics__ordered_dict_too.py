# why: an OrderedDict with keys in another order, loss from a neighbour
from collections import OrderedDict


def grad_with_metrics(params, x, y):
    def f(p):
        yhat = x @ p["w"] + p["b"]
        return linear_loss(p, x, y), OrderedDict(
            predictions=yhat, max_abs_error=jnp.linalg.norm(yhat - y, ord=jnp.inf), loss=linear_loss(p, x, y)
        )

    grads, metrics = jax.grad(f, has_aux=True)(params)
    return grads, metrics
