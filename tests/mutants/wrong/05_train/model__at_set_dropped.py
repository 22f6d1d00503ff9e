# why: calls .at[].set in a loop but keeps none of the results
# misconception: update-dropped
def model(theta, x):
    w, b = theta
    y = jnp.zeros(jnp.shape(x))
    y.at[...].set(w * x + b)
    return y
