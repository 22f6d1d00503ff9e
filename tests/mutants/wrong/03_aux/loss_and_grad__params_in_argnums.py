# why: reads value_and_grad(f, p) as "differentiate f at p"
# misconception: point-as-argnums
def loss_and_grad(params, x, y):
    return jax.value_and_grad(linear_loss, params)(x, y)
