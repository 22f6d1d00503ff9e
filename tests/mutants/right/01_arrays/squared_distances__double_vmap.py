# why: two nested vmaps of the distance of two points, in the right order
def squared_distances(a, b):
    def d2(p, q):
        r = p - q
        return r @ r

    return jax.vmap(lambda p: jax.vmap(lambda q: d2(p, q))(b))(a)
