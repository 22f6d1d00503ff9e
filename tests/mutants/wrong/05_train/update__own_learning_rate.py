# why: a module constant instead of the argument
# misconception: ignores-lr
LR = 0.1


def update(theta, x, y, lr=LR):
    return theta - LR * jax.grad(loss_fn)(theta, x, y)
