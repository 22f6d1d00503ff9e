# handed in: arrays.ipynb, run

# %% after="provided-1"
%matplotlib inline
!pip list | grep -i numpy
#> numpy                     2.2.6

# %% task="as_float32"
def as_float32(values):
    return np.array(values, dtype=np.float32)

# %% task="standardize"
def standardize(x):
    return (x - np.mean(x)) / np.std(x)

# %% task="squared_distances"
def squared_distances(a, b):
    n = a.shape[0]
    m = b.shape[0]
    distances = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            distances[i, j] = np.sum((a[i] - b[j]) ** 2)
    return distances

# %% task="count_above"
def count_above(x, threshold):
    return len(x[x > threshold])

# %% task="one_hot"
def one_hot(labels, num_classes):
    table = np.zeros((len(labels), num_classes))
    table[np.arange(len(labels)), labels] = 1
    return table
