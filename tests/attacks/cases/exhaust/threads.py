# wants: a thousand threads
# holds: a limit on tasks, where the worker has a uid of its own; and a group
# weaken: none: where the uid is the user's the limit leaves room for theirs, so the count is only bounded from above
import threading, time

def huge(x):
    threading.stack_size(64 << 10)
    for count in range(1500):
        threading.Thread(target=time.sleep, args=(1,), daemon=True).start()
    raise RuntimeError("REACHED fifteen hundred threads")
