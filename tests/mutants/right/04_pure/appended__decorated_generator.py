# why: a generator, and a decorator that makes a list of it
import functools


def as_list(gen):
    @functools.wraps(gen)
    def inner(*args):
        return list(gen(*args))

    return inner


@as_list
def appended(history, item):
    yield from history
    yield item
