# wants: a mapping other at each look
# holds: a mapping crosses as its keys and values, read once
# weaken: none: it asks what happens to a mapping where numbers are wanted
class Keys(dict):
    def keys(self): return ["a"] * 5
    def __iter__(self): return iter(["a"] * 5)
    def __len__(self): return 3
    def __getitem__(self, key): return self

def ends(x): return Keys(a=1)
def least(x): return Keys(a=1)
