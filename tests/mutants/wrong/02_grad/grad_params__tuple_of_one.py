# why: A tuple in `argnums`: the dict comes back in a tuple.
# misconception: argnums-tuple
def grad_params(params, x, y):
    return jax.grad(mlp_loss, argnums=(0,))(params, x, y)
