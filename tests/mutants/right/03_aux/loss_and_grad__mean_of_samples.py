# why: value and gradient of every sample with vmap, then the mean over the samples
def one_sample(params, row, target):
    return (jnp.vdot(row, params["w"]) + params["b"] - target) ** 2


def loss_and_grad(params, x, y):
    per_sample = jax.vmap(jax.value_and_grad(one_sample), in_axes=(None, 0, 0))
    losses, grads = per_sample(params, x, y)
    return losses.mean(), jax.tree.map(lambda g: g.mean(axis=0), grads)
