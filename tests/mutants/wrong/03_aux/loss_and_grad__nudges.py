# why: nudges each parameter and looks how the loss changes, in float32 and with one-sided steps
# misconception: finite-differences
def loss_and_grad(params, x, y):
    h = 1e-2
    loss = linear_loss(params, x, y)
    dw = []
    for i in range(len(params["w"])):
        w = jnp.asarray(params["w"]).at[i].add(h)
        dw.append((linear_loss({"w": w, "b": params["b"]}, x, y) - loss) / h)
    db = (linear_loss({"w": params["w"], "b": params["b"] + h}, x, y) - loss) / h
    return loss, {"w": jnp.array(dw), "b": db}
