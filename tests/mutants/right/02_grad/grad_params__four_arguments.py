# why: Takes the dict apart, differentiates by four arguments, and builds a new dict.
def grad_params(params, x, y):
    def loss(hw, hb, ow, ob):
        return mlp_loss({"hidden": {"w": hw, "b": hb}, "out": {"w": ow, "b": ob}}, x, y)

    hidden, out = params["hidden"], params["out"]
    g = jax.grad(loss, argnums=(0, 1, 2, 3))(hidden["w"], hidden["b"], out["w"], out["b"])
    return dict(hidden=dict(w=g[0], b=g[1]), out=dict(w=g[2], b=g[3]))
