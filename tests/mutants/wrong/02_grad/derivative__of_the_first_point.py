# why: remembers the slope at the first point it was asked for
# misconception: hidden-state
def derivative(f):
    memo = []

    def df(x):
        if not memo:
            memo.append(jax.grad(f)(x))
        return memo[0]

    return df
