# why: Wrote the forward pass with `np.tanh`, which cannot take a tracer.
# misconception: numpy-on-tracer
def forward(params, x):
    hidden = np.tanh(x @ params["hidden"]["w"] + params["hidden"]["b"])
    return hidden @ params["out"]["w"] + params["out"]["b"]


def grad_params(params, x, y):
    return jax.grad(lambda p: jnp.mean((forward(p, x) - y) ** 2))(params)
