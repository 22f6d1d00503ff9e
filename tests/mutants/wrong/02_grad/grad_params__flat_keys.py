# why: Makes one flat dict with joined names.
def grad_params(params, x, y):
    g = jax.grad(mlp_loss)(params, x, y)
    return {f"{layer}.{name}": g[layer][name] for layer in g for name in g[layer]}
