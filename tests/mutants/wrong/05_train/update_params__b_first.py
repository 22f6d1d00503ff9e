# why: a loop over the sorted names that takes a fresh gradient for each
# misconception: sequential-update
def update_params(params, x, y, lr=0.1):
    p = dict(params)
    for name in sorted(p):
        grad = jax.grad(params_loss)(p, x, y)
        p = {**p, name: p[name] - lr * grad[name]}
    return p
