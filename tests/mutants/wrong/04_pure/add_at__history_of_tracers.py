# why: keeps the intermediate arrays of a fori_loop in a global list; they are tracers
# misconception: leaked-tracer | hidden-state
steps = []


def add_at(x, indices, amounts):
    indices, amounts = jnp.asarray(indices), jnp.asarray(amounts)

    def body(k, acc):
        steps.append(acc)
        return acc.at[indices[k]].add(amounts[k])

    return jax.lax.fori_loop(0, len(indices), body, jnp.asarray(x))
