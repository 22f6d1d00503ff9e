# why: edits a deep copy, which belongs to nobody else
import copy


def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    mine = copy.deepcopy(params)
    mine["w"] -= lr * grads["w"]
    mine["b"] -= lr * grads["b"]
    return mine
