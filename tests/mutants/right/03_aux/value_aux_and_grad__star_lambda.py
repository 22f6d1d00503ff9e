# why: a one-line lambda that puts the nested result in a row; argnums as a tuple and unpacked again
value_aux_and_grad = lambda f, x: (lambda pair, grads: (pair[0], pair[1], grads[0]))(
    *jax.value_and_grad(f, argnums=(0,), has_aux=True)(x)
)
