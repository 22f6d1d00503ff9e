# why: a NumPy table filled in a loop, with both ends checked
import numpy as np


def one_hot(labels, num_classes):
    table = np.zeros((len(labels), num_classes), dtype=np.float32)
    for i, label in enumerate(np.asarray(labels).tolist()):
        if label in range(num_classes):
            table[i, label] = 1
    return table
