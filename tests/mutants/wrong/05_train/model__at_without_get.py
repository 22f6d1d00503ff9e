# why: thought that .at[i] reads an entry
# misconception: at-unfinished
def model(theta, x):
    theta = jnp.asarray(theta)
    return theta.at[0] * x + theta.at[1]
