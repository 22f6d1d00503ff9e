# handed in: aux.ipynb, run

# %% task="loss_and_grad"
def loss_and_grad(params, x, y):
    grads, loss = jax.value_and_grad(linear_loss)(params, x, y)
    return loss, grads

# %% task="squared_error_with_residuals"
def squared_error_with_residuals(x, y):
    residuals = x - y
    return residuals, jnp.sum(residuals**2)

# %% task="grad_with_residuals"
def grad_with_residuals(x, y):
    return jax.grad(squared_error_with_residuals, has_aux=True)(x, y)

# %% task="loss_grad_and_residuals"
def loss_grad_and_residuals(x, y):
    def loss(x):
        return sum_squared_error(x, y), x - y

    (value, residuals), gradient = jax.value_and_grad(loss, has_aux=True)(x)
    return value, residuals, gradient

# %% task="grad_with_metrics"
seen = []


def grad_with_metrics(params, x, y):
    def loss(params):
        predictions = x @ params["w"] + params["b"]
        seen.append(predictions)  # so that I still have them afterwards
        return jnp.mean((predictions - y) ** 2)

    grads = jax.grad(loss)(params)
    predictions = seen[-1]
    metrics = {
        "loss": linear_loss(params, x, y),
        "max_abs_error": jnp.max(jnp.abs(predictions - y)),
        "predictions": predictions,
    }
    return grads, metrics

# %% task="value_aux_and_grad"
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    return value, aux, gradient
