# tries: defines nothing at all
# wall: a name that is missing is the answer's
# outcome: any of raised, unmet

add_ = 1
