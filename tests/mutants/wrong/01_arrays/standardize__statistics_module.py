# why: Python's statistics functions take a flat list of numbers only
import statistics


def standardize(x):
    data = [v for v in x.tolist()]
    m = statistics.fmean(data)
    s = statistics.pstdev(data)
    return (x - m) / s
