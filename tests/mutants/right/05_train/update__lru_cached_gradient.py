# why: builds the jitted gradient once, cached with functools
import functools


@functools.cache
def gradient():
    return jax.jit(jax.grad(loss_fn))


def update(theta, x, y, lr=0.1):
    return theta - lr * gradient()(theta, x, y)
