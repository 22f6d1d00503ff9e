# why: takes the numbers out with .item() inside the loss, so their gradient is lost
# misconception: item-kills-gradient
# not recognised: its value alone does not show it
def update_params(params, x, y, lr=0.1):
    def f(p):
        w, b = jnp.asarray(p["w"]).item(), p["b"]
        return jnp.mean((w * jnp.asarray(x) + b - y) ** 2)

    grads = jax.grad(f)(params)
    return jax.tree.map(lambda p, g: p - lr * g, params, grads)
