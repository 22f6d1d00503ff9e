# wants: an error of the grader's instead of a zero: SIGKILL from a limit that it sets itself looks like one from outside
# holds: a worker gives itself no new limit of processor time
# weaken: none: the filter is made in another process; without this part of it the status was infrastructure_error
import resource, signal

def least(x):
    resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
    signal.setitimer(signal.ITIMER_REAL, 0)
    while True:
        pass
