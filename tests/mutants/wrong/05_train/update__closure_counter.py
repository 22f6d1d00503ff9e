# why: a closure counts the steps; harmless to the numbers, but state all the same
# misconception: hidden-state
def make_update():
    n_steps = 0

    def update(theta, x, y, lr=0.1):
        nonlocal n_steps
        n_steps += 1
        return theta - lr * jax.grad(loss_fn)(theta, x, y)

    return update


update = make_update()
