# why: Knows three functions by heart; every other f raises KeyError.
# misconception: hard-coded
# not recognised: from outside, nothing tells one fixed number or shape from another mistake
RULES = {jnp.sin: jnp.cos, jnp.exp: jnp.exp, jnp.square: lambda x: 2 * x}


def derivative(f):
    return RULES[f]
