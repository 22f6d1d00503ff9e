# handed in: aux.ipynb

# %% task="loss_and_grad"
def loss_and_grad(params, x, y):
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    return loss, grads

# %% task="squared_error_with_residuals"
def squared_error_with_residuals(x, y):
    residuals = x - y
    return jnp.sum(residuals**2), residuals

# %% task="grad_with_residuals"
def grad_with_residuals(x, y):
    return jax.grad(squared_error_with_residuals, has_aux=True)(x, y)

# %% task="loss_grad_and_residuals"
def loss_grad_and_residuals(x, y):
    return jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)

# %% task="grad_with_metrics"
def grad_with_metrics(params, x, y):
    def loss_with_metrics(params):
        predictions = x @ params["w"] + params["b"]
        errors = jnp.abs(predictions - y)
        loss = linear_loss(params, x, y)
        metrics = {
            "loss": loss,
            "max_abs_error": errors.max(),
            "predictions": predictions,
        }
        return loss, metrics

    grads, metrics = jax.grad(loss_with_metrics, has_aux=True)(params)
    return grads, metrics

# %% task="value_aux_and_grad"
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    return value, aux, gradient
