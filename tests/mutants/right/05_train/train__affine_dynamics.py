# why: the gradient of a quadratic is affine, so H and c are taken once and every step is a matrix product
def train(theta, x, y, steps=1000, lr=0.1):
    zero = jnp.zeros(2)
    H = jax.hessian(loss_fn)(zero, x, y)
    c = jax.grad(loss_fn)(zero, x, y)
    value = jax.jit(loss_fn)
    t, losses = jnp.asarray(theta), []
    for _ in range(steps):
        losses.append(value(t, x, y))
        t = t - lr * (H @ t + c)
    return t, jnp.array(losses)
