# wants: workers of its own
# holds: there is no process to be had
# weaken: wall
import multiprocessing

def least(x):
    process = multiprocessing.get_context("fork").Process(target=abs, args=(1,))
    process.start()
    process.join()
    raise RuntimeError("REACHED a process")
