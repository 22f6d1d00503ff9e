# why: collects the losses in a default list that grows from call to call and catches tracers
# misconception: mutable-default | leaked-tracer | hidden-state
def squared_error_with_residuals(x, y, history=[]):
    loss = sum_squared_error(x, y)
    history.append(loss)
    return loss, x - y
