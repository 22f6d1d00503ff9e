# wants: the alarm is turned off before the time is up
# holds: the deadline outside is a kill
# weaken: limits
# ends: timeout
import signal, time

def huge(x):
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(7)
    raise RuntimeError("REACHED seven seconds")
