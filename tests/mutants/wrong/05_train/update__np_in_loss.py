# why: an own loss with np.square, which cannot be traced
# misconception: numpy-on-tracer
def update(theta, x, y, lr=0.1):
    def cost(t):
        return np.square(t[0] * x + t[1] - y).mean()

    return theta - lr * jax.grad(cost)(theta)
