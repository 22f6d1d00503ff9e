# why: forgets the mean and asks for the gradient of all the squared errors at once
# misconception: non-scalar
def loss_and_grad(params, x, y):
    def squared_errors(params):
        return (x @ params["w"] + params["b"] - y) ** 2

    return jax.value_and_grad(squared_errors)(params)
