# why: a loop over a fresh NumPy table
def one_hot(labels, num_classes):
    table = np.zeros((len(labels), num_classes))
    for i, label in enumerate(np.asarray(labels).tolist()):
        if 0 <= label < num_classes:
            table[i, label] = 1.0
    return table
