# why: y -= predictions overwrites the caller's NumPy y
# misconception: mutates-argument
def loss_fn(theta, x, y):
    y -= model(theta, x)
    return jnp.mean(y**2)
