# why: np.add.at gets duplicates right but works in place on the caller's array
# misconception: mutates-argument
def add_at(x, indices, amounts):
    np.add.at(x, indices, amounts)
    return x
