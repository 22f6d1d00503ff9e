# why: the whole training is one jitted function with a static number of steps
from functools import partial


@partial(jax.jit, static_argnames="steps")
def train(theta, x, y, steps=1000, lr=0.1):
    def step(carry, _):
        loss, g = jax.value_and_grad(loss_fn)(carry, x, y)
        return carry - lr * g, loss

    theta, losses = jax.lax.scan(step, jnp.asarray(theta), length=steps)
    return theta, losses
