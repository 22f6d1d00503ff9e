# why: the mean by a weighted update, logged
import logging

log = logging.getLogger("running_mean")


def running_mean(state, x):
    n, total = state
    previous = total / n if n > 0 else 0.0
    mean = previous + (x - previous) / (n + 1)
    log.debug("mean %s", mean)
    return (n + 1, total + x), mean
