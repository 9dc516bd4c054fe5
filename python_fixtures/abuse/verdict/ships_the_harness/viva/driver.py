def case(function):
    return function
