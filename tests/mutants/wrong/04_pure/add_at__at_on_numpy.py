# why: .at on whatever comes in
# misconception: at-on-numpy
def add_at(x, indices, amounts):
    return x.at[indices].add(amounts)
