# why: Reshapes for the network of the example: two inputs and five hidden units.
# misconception: hard-coded
# not recognised: from outside, nothing tells one fixed number or shape from another mistake
def grad_params(params, x, y):
    flat = jnp.concatenate([jnp.ravel(params[l][k]) for l in ("hidden", "out") for k in ("w", "b")])

    def loss(v):
        p = {
            "hidden": {"w": v[:10].reshape(2, 5), "b": v[10:15]},
            "out": {"w": v[15:20], "b": v[20]},
        }
        return mlp_loss(p, x, y)

    g = jax.grad(loss)(flat)
    return {
        "hidden": {"w": g[:10].reshape(2, 5), "b": g[10:15]},
        "out": {"w": g[15:20], "b": g[20]},
    }
