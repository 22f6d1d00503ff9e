# wants: a moment below the limit, at every call
# holds: the whole submission has its time, too
# weaken: none: what is within the limits is what the limits give
import time

def _late(*a):
    time.sleep(1.5)

twice = four_times = ends = least = above = mask = huge = put = _late
