# why: appends the loss to a log outside, which keeps a tracer in a global
# misconception: leaked-tracer
losses = []


def grad_with_metrics(params, x, y):
    def f(params):
        pred = x @ params["w"] + params["b"]
        loss = jnp.mean((pred - y) ** 2)
        losses.append(loss)
        return loss, {"loss": loss, "max_abs_error": jnp.max(jnp.abs(pred - y)), "predictions": pred}

    return jax.grad(f, has_aux=True)(params)
