# why: a trainer object that keeps its losses and its number of steps between calls
# misconception: hidden-state
class Trainer:
    def __init__(self):
        self.losses = []

    def __call__(self, theta, x, y, steps=1000, lr=0.1):
        for _ in range(steps):
            loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
            self.losses += [loss]
            theta = theta - lr * g
        return theta, jnp.array(self.losses[-steps:])


train = Trainer()
