# why: the new state is a named tuple
from collections import namedtuple

State = namedtuple("State", "count total")


def running_mean(state, x):
    s = State(*state)
    s = s._replace(count=s.count + 1, total=s.total + x)
    return s, s.total / s.count
