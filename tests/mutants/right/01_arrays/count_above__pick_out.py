# why: NumPy's way, picks the entries out and looks how many there are; works eagerly
def count_above(x, threshold):
    flat = np.asarray(x).reshape(-1)
    return len(flat[flat > threshold])
