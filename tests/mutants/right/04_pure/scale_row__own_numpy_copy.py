# why: NumPy inside, on a copy of its own
import copy


def scale_row(matrix, row, factor):
    mine = copy.deepcopy(np.array(matrix))
    mine[row] = mine[row] * factor
    return jnp.array(mine)
