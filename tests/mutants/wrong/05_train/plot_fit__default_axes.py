# why: a default argument makes the axes once, when the function is defined
# misconception: mutable-default | hidden-state
def plot_fit(theta, x, y, ax=plt.subplots()[1]):
    ax.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
