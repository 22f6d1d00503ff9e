# why: remembers the last residuals on the function, to look at them later
# misconception: leaked-tracer | hidden-state
def loss_fn(theta, x, y):
    loss_fn.residuals = model(theta, x) - y
    return jnp.mean(loss_fn.residuals**2)
