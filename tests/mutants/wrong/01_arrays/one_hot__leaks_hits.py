# why: keeps the hits of the vmapped helper in an outer list, where they are tracers
# misconception: leaked-tracer | hidden-state
all_hits = []


def one_hot(labels, num_classes):
    def row(l):
        hit = jnp.arange(num_classes) == l
        all_hits.append(hit)
        return hit.astype(jnp.float32)

    return jax.vmap(row)(labels)
