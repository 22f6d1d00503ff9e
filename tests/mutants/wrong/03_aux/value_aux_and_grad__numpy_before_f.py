# why: makes sure f gets a NumPy array, which a tracer cannot become
# misconception: numpy-on-tracer
def value_aux_and_grad(f, x):
    def g(x):
        return f(np.asarray(x))

    (value, aux), gradient = jax.value_and_grad(g, has_aux=True)(x)
    return value, aux, gradient
