# why: a Figure of its own, without pyplot; the line over sorted x
from matplotlib.figure import Figure


def plot_fit(theta, x, y):
    ax = Figure().subplots()
    order = jnp.argsort(jnp.asarray(x))
    xs = jnp.asarray(x)[order]
    ax.plot(xs, jnp.polyval(jnp.asarray(theta), xs), "r-")
    ax.plot(x, y, linestyle="none", marker="+")
    ax.set_ylabel("y")
    ax.set_xlabel("x")
    return ax
