# why: calculates with the dictionaries as if they were arrays
# misconception: tree-arithmetic
def update_params(params, x, y, lr=0.1):
    return params - lr * jax.grad(params_loss)(params, x, y)
