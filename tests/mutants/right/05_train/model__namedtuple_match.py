# why: gives the parameters names and unpacks them with match
from typing import NamedTuple


class Params(NamedTuple):
    w: jax.Array
    b: jax.Array


def model(theta, x):
    match Params(*theta):
        case Params(w=slope, b=height):
            return slope * x + height
