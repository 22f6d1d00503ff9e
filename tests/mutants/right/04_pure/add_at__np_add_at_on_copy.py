# why: np.add.at on a copy of its own
def add_at(x, indices, amounts):
    out = np.array(x)
    np.add.at(out, np.asarray(indices), np.asarray(amounts).astype(out.dtype))
    return out
