# why: writes the product out by hand for the two features of the example
# misconception: hard-coded
# not recognised: from outside, nothing tells one fixed number or shape from another mistake
def loss_and_grad(params, x, y):
    def f(params):
        w, b = params["w"], params["b"]
        pred = w[0] * x[:, 0] + w[1] * x[:, 1] + b
        return ((pred - y) ** 2).mean()

    return jax.value_and_grad(f)(params)
