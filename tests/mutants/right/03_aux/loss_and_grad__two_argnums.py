# why: differentiates by w and b as two arguments and names the parts again; a jitted helper made once by lru_cache
from functools import lru_cache


@lru_cache
def _differentiated():
    def loss(w, b, x, y):
        return linear_loss({"w": w, "b": b}, x, y)

    return jax.jit(jax.value_and_grad(loss, argnums=(0, 1)))


def loss_and_grad(params, x, y):
    loss, (dw, db) = _differentiated()(params["w"], params["b"], x, y)
    return loss, dict(b=db, w=dw)
