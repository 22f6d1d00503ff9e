# wants: the reading itself fails, outside of any call
# holds: an error while an answer is read is the call's error
# weaken: none: there is nothing to gain, only to break
class Broken(tuple):
    def __iter__(self): raise SystemExit("0 failed")
    def __len__(self): raise KeyboardInterrupt

def ends(x): return Broken((1, 2))
def least(x):
    class Callable:
        def __call__(self): raise GeneratorExit
        __name__ = property(lambda self: 1 / 0)
    return Callable()
