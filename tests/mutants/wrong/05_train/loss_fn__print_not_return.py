# why: shows the loss instead of returning it
def loss_fn(theta, x, y):
    err = model(theta, x) - y
    print("loss:", jnp.mean(err * err))
