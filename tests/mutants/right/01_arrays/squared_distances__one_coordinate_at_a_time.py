# why: adds up one coordinate after the other, starting from the integer 0
import functools


def squared_distances(a, b):
    outer = [jnp.subtract.outer(p, q) ** 2 for p, q in zip(jnp.asarray(a).T, jnp.asarray(b).T)]
    return functools.reduce(lambda s, t: s + t, outer, 0)
