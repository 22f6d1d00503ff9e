# why: For a quadratic form the gradient is its (constant) Hessian applied to x.
def grad_sum_of_squares(x):
    x = jnp.asarray(x)
    v = x.reshape(-1)
    H = jax.hessian(lambda u: jnp.dot(u, u))(v)
    # f is 1/2 v' H v, hence grad f = H v
    return (H @ v).reshape(x.shape)
