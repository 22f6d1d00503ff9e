# why: Returns the gradient and the auxiliary data together, a pair in place of the dict.
def grad_params(params, x, y):
    f = lambda p: (mlp_loss(p, x, y), x.shape[0])
    return jax.grad(f, has_aux=True)(params)
