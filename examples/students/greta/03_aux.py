# handed in: aux.ipynb, run

# %% task="loss_and_grad"
def loss_and_grad(params, x, y):
    return linear_loss(params, x, y), jax.grad(linear_loss)(params, x, y)

# %% task="squared_error_with_residuals"
def squared_error_with_residuals(x, y):
    r = x - y
    return jnp.sum(r * r), r

# %% task="grad_with_residuals"
def grad_with_residuals(x, y):
    return jax.grad(squared_error_with_residuals)(x, y)

# %% task="loss_grad_and_residuals"
def loss_grad_and_residuals(x, y):
    return jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)

# %% after="loss_grad_and_residuals"
%%time
loss_grad_and_residuals(jnp.ones(3), jnp.zeros(3))
#> CPU times: user 31.2 ms, sys: 1.1 ms, total: 32.3 ms
#> Wall time: 31.9 ms

# %% task="grad_with_metrics"
def grad_with_metrics(params, x, y):
    def f(params):
        predictions = x @ params["w"] + params["b"]
        loss = jnp.mean((predictions - y) ** 2)
        return loss, jnp.max(jnp.abs(predictions - y)), predictions

    grads, (worst, predictions) = jax.grad(f, has_aux=True)(params)
    return grads, {"loss": linear_loss(params, x, y), "max_abs_error": worst, "predictions": predictions}

# %% task="value_aux_and_grad"
def value_aux_and_grad(f, x):
    value, aux = f(x)
    gradient = jax.grad(lambda x: f(x)[0])(x)
    return value, aux, gradient
