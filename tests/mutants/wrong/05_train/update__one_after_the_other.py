# why: b moves with the gradient at the new w
# misconception: sequential-update
def update(theta, x, y, lr=0.1):
    w, b = theta
    w = w - lr * 2 * jnp.mean((w * x + b - y) * x)
    b = b - lr * 2 * jnp.mean(w * x + b - y)
    return jnp.array([w, b])
