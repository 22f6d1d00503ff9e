# why: the default list is made once and grows from call to call
# misconception: mutable-default
def add_at(x, indices, amounts, todo=[]):
    for pair in zip(indices, amounts):
        todo.append(pair)
    x = jnp.array(x)
    for i, a in todo:
        x = x.at[i].add(a)
    return x
