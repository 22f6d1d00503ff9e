# why: Collects the losses in an outer list from inside the differentiated function.
# misconception: leaked-tracer
losses = []


def logged_error(x, y):
    loss = sum_squared_error(x, y)
    losses.append(loss)
    return loss


def grad_first(x, y):
    return jax.grad(logged_error)(x, y)
