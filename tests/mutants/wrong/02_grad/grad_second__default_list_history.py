# why: The default list lives on between the calls, and the answer is the mean of all gradients in it.
# misconception: mutable-default
def grad_second(x, y, history=[]):
    history.append(jax.grad(sum_squared_error, 1)(x, y))
    same = [h for h in history if h.shape == history[-1].shape]
    return sum(same) / len(same)
