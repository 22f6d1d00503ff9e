# why: formats the metrics for display inside the function, which a tracer cannot do
# misconception: print-in-traced
def grad_with_metrics(params, x, y):
    def f(params):
        pred = x @ params["w"] + params["b"]
        loss = jnp.mean((pred - y) ** 2)
        worst = jnp.max(jnp.abs(pred - y))
        print(f"loss {loss:.4f}, worst {worst:.4f}")
        return loss, {"loss": loss, "max_abs_error": worst, "predictions": pred}

    return jax.grad(f, has_aux=True)(params)
