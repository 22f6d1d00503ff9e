# why: calls update but does not keep what it returns; theta never moves
# misconception: not-reassigned
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        update(theta, x, y, lr)
    return theta, jnp.array(losses)
