# why: worked the gradient out by hand and lost the factor two
# misconception: half-loss
def update(theta, x, y, lr=0.1):
    r = theta[0] * x + theta[1] - y
    dw = jnp.mean(r * x)
    db = jnp.mean(r)
    return jnp.array([theta[0] - lr * dw, theta[1] - lr * db])
