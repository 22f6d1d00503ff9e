# why: keeps all the losses in a list of the notebook; under grad and jit these are tracers
# misconception: leaked-tracer | hidden-state
loss_history = []


def loss_fn(theta, x, y):
    loss = jnp.mean((model(theta, x) - y) ** 2)
    loss_history.append(loss)
    return loss
