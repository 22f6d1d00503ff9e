# why: marks the amounts as used by setting them to 0 in the caller's array
# misconception: mutates-argument
def add_at(x, indices, amounts):
    result = jnp.asarray(x).at[indices].add(np.array(amounts))
    if isinstance(amounts, np.ndarray):
        amounts.fill(0)  # they are in the boxes now
    return result
