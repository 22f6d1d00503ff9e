# why: Formats the traced loss inside the differentiated function.
# misconception: print-in-traced
def grad_second(x, y):
    def loss(y):
        value = sum_squared_error(x, y)
        print(f"loss = {value:.4f}")
        return value

    return jax.grad(loss)(y)
