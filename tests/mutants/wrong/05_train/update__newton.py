# why: divides by the curvature: a Newton step, not gradient descent
def update(theta, x, y, lr=0.1):
    g = jax.grad(loss_fn)(theta, x, y)
    H = jax.hessian(loss_fn)(theta, x, y)
    return theta - lr * g / jnp.diag(H)
