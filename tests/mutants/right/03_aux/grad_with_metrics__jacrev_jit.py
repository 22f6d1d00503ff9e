# why: jacrev in a jitted inner function; a demo with its own data stands below the function
def grad_with_metrics(params, x, y):
    @jax.jit
    def measured(params, x, y):
        predictions = x @ params["w"] + params["b"]
        errors = jnp.abs(predictions - y)
        loss = jnp.mean(errors * errors)
        return loss, {"loss": loss, "max_abs_error": errors.max(), "predictions": predictions}

    return jax.jacrev(measured, has_aux=True)(params, x, y)


demo_grads, demo_metrics = grad_with_metrics(
    {"w": jnp.array([1.0]), "b": jnp.array(0.5)}, jnp.ones((2, 1)), jnp.array([1.0, 4.0])
)
print(demo_metrics["loss"])
