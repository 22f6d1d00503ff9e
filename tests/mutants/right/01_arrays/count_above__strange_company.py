# why: things beside the function that raise when they are looked at, or go very deep, and that it never changes
import math

FACTORIAL = math.factorial(2000)  # too many digits for `repr`
CHAIN: list = []
for _ in range(2000):
    CHAIN = [CHAIN]


class Lazy:
    def __getattr__(self, name):
        raise RuntimeError(f"{name} is not loaded yet")


class Table(dict):
    def __iter__(self):
        raise RuntimeError("go through it another way")


LAZY, TABLE = Lazy(), Table(a=1)


class Counter:
    @property
    def __wrapped__(self):
        raise RuntimeError("there is nothing inside")

    def __call__(self, x, threshold):
        return jnp.sum(x > threshold) + 0 * len([FACTORIAL, CHAIN, LAZY, TABLE])


count_above = Counter()
