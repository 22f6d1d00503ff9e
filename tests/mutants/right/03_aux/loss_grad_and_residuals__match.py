# why: takes the result of a neighbour apart with match and puts it together again
def loss_grad_and_residuals(x, y):
    match grad_with_residuals(x, y):
        case (gradient, residuals):
            return (sum_squared_error(x, y), residuals), gradient
