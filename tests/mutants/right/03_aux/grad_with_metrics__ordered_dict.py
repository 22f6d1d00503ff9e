# why: an OrderedDict with the keys in another order is a mapping as good as any
from collections import OrderedDict


def grad_with_metrics(params, x, y):
    def objective(params):
        predictions = jnp.tensordot(x, params["w"], axes=1) + params["b"]
        errors = predictions - y
        loss = jnp.vdot(errors, errors) / errors.size
        extras = OrderedDict()
        extras["predictions"] = predictions
        extras["max_abs_error"] = jnp.maximum(errors.max(), -errors.min())
        extras["loss"] = loss
        return loss, extras

    return jax.grad(objective, has_aux=True)(params)
