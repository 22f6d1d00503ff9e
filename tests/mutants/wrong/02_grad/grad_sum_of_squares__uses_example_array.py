# why: Differentiates at the array of the worked example instead of the argument.
# misconception: stale-global | hard-coded
some_angles = np.array([0.0, 1.0, 2.0])


def sum_of_squares(v):
    return jnp.sum(v**2)


def grad_sum_of_squares(x):
    return jax.grad(sum_of_squares)(some_angles)
