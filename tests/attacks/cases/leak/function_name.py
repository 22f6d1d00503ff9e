# wants: a hidden input as the name of a function that "is not attempted yet"
# holds: the hint of a hidden check quotes nothing
# weaken: hints
def twice(x):
    def inner():
        raise NotImplementedError
    inner.__code__ = inner.__code__.replace(co_name=f"f{x!r}")
    inner()
