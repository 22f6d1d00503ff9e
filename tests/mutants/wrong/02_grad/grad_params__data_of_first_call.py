# why: Builds the loss with the first x and y and keeps it; later data are ignored.
# misconception: hidden-state | stale-global
_loss = {}


def grad_params(params, x, y):
    if "f" not in _loss:
        x0, y0 = jnp.array(x), jnp.array(y)
        _loss["f"] = jax.grad(lambda p: mlp_loss(p, x0, y0))
    return _loss["f"](params)
