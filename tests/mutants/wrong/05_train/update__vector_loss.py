# why: differentiates the vector of squared errors
# misconception: non-scalar
def update(theta, x, y, lr=0.1):
    squared = lambda t: (model(t, x) - y) ** 2
    return theta - lr * jax.grad(squared)(theta)
