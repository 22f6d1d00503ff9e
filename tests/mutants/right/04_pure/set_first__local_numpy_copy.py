# why: edits a fresh copy of its own, which nobody else can see
def set_first(x, value):
    fresh = np.array(x)  # np.array copies, np.asarray would not
    fresh[0] = value
    return fresh
