# why: a class counts the evaluations in a class attribute that survives the call
# misconception: hidden-state
class Tool:
    evaluations = 0

    def __call__(self, f, x):
        Tool.evaluations += 1
        (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
        return value, aux, gradient


value_aux_and_grad = Tool()
