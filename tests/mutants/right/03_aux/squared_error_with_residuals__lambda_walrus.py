# why: a lambda that names the difference on the way
squared_error_with_residuals = lambda x, y: (jnp.sum((r := x - y) ** 2), r)
