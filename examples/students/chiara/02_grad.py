# handed in: grad.ipynb

# %% [markdown] after="provided-1"
# One way of doing it is boring, so I took another one in every task. I hope that is allowed!

# %% after="text-3"
from functools import partial

# %% task="grad_sum_of_squares"
def grad_sum_of_squares(x):
    return jax.jacrev(lambda v: jnp.vdot(v, v))(x)

# %% task="derivative"
class Derivative:
    """A function that remembers whose derivative it is."""

    def __init__(self, f):
        self.f = f

    def __call__(self, t):
        value, slope = jax.jvp(self.f, (t,), (1.0,))
        return slope


def derivative(f):
    return Derivative(f)

# %% task="grad_first"
grad_first = jax.jit(jax.grad(sum_squared_error))

# %% task="grad_second"
def grad_second(x, y):
    error, pull_back = jax.vjp(partial(sum_squared_error, x), y)
    (gradient,) = pull_back(jnp.ones_like(error))
    return gradient

# %% task="grad_both"
def grad_both(x, y):
    """By linearity: how fast does the error grow along x, and along y?"""
    residuals = jnp.asarray(x) - y
    return [2 * residuals, -2 * residuals]

# %% task="grad_params"
grad_params = partial(lambda loss, *args: jax.value_and_grad(loss)(*args)[1], mlp_loss)
