# wants: to be deaf to everything but what cannot be blocked
# holds: what ends a worker cannot be blocked
# weaken: none: it may block what it likes, and is killed all the same
# ends: timeout
import signal

def least(x):
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    while True:
        pass
