# why: X @ theta with a column theta against y of shape (n,): n by n differences
# misconception: broadcast-nxn
def update(theta, x, y, lr=0.1):
    X = jnp.column_stack([x, jnp.ones(len(x))])

    def loss(t):
        return jnp.mean((X @ t[:, None] - y) ** 2)

    return theta - lr * jax.grad(loss)(jnp.asarray(theta))
