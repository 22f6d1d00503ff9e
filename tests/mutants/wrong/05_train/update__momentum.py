# why: keeps a velocity from call to call
# misconception: hidden-state
_velocity = [0.0]


def update(theta, x, y, lr=0.1):
    g = jax.grad(loss_fn)(theta, x, y)
    _velocity[0] = 0.9 * _velocity[0] + g
    return theta - lr * _velocity[0]
