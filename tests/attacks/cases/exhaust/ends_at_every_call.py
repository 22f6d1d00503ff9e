# wants: a fresh worker for every check, until the machine is tired
# holds: a task that has lost four workers is not run any more
# weaken: none: it is bounded by the number of checks on every build
import os

def _end(*a):
    os._exit(3)

twice = four_times = ends = least = above = mask = huge = put = _end
