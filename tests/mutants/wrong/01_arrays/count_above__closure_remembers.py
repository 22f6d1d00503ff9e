# why: a counter in a closure carries on where the last call stopped
# misconception: hidden-state
def make_counter():
    total = 0

    def count(x, threshold):
        nonlocal total
        total = total + int(jnp.sum(x > threshold))
        return total

    return count


count_above = make_counter()
