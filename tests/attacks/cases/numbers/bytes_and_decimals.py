# wants: numbers of other makes
# holds: what is no plain number is the name of its type
# weaken: none: on any build they cross as the names of their types
from decimal import Decimal
from fractions import Fraction

def least(x): return Decimal(float(x.min()))
def twice(x): return Fraction(float(2 * x)) if not getattr(x, "shape", 0) else None
