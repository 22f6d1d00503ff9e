# why: one figure for the whole notebook, wiped before each plot
fig, AX = plt.subplots()


def plot_fit(theta, x, y):
    AX.clear()
    AX.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    AX.plot(ends, model(theta, ends))
    AX.set_xlabel("x")
    AX.set_ylabel("y")
    return AX
