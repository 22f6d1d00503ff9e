# wants: to go on working after the answer
# holds: processor time is counted, and the worker ends with its checks
# weaken: none: a thread that works on takes its own worker's core, which is its own loss
import threading

def _work():
    while True:
        pass

def huge(x):
    threading.Thread(target=_work, daemon=True).start()
    return None
