# why: lru_cache on the function that is passed in; the cache is functools' own
import functools

from jax import grad

derivative = functools.lru_cache(maxsize=None)(grad)
