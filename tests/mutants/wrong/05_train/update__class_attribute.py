# why: keeps the number of steps on the class
# misconception: hidden-state
class Trainer:
    steps_done = 0

    @classmethod
    def step(cls, theta, x, y, lr=0.1):
        cls.steps_done += 1
        return theta - lr * jax.grad(loss_fn)(theta, x, y)


update = Trainer.step
