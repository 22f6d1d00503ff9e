# why: Keeps a running velocity in a global, so the second call differs from the first.
# misconception: hidden-state
velocity = None


def grad_params(params, x, y):
    global velocity
    g = jax.grad(mlp_loss)(params, x, y)
    if velocity is None or jax.tree.map(jnp.shape, velocity) != jax.tree.map(jnp.shape, g):
        velocity = g
    else:
        velocity = jax.tree.map(lambda v, d: 0.9 * v + d, velocity, g)
    return velocity
