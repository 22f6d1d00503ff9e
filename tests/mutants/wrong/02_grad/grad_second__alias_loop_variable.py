# why: The loop variable is a row of y itself, so the caller's table changes (and other shapes fail).
# misconception: mutates-argument
def grad_second(x, y):
    rows = []
    for target, guess in zip(y, x):
        target -= guess
        rows.append(2 * target)
    return jnp.stack(rows)
