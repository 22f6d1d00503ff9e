# why: Centres x in place first: the data change, and the gradient belongs to other data.
# misconception: mutates-argument
def grad_params(params, x, y):
    x -= x.mean(axis=0)
    return jax.grad(mlp_loss)(params, x, y)
