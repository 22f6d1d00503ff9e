# why: asks for the gradient with respect to everything to be on the safe side
# misconception: argnums-tuple
# not recognised: more than one gradient came back, and the message says of how many parts
def loss_and_grad(params, x, y):
    # 0 = params, 1 = x, 2 = y
    return jax.value_and_grad(linear_loss, argnums=(0, 1, 2))(params, x, y)
