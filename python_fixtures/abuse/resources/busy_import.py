# tries: computes for ever while it is imported
# wall: CPU time
# outcome: not_run
# load: timed_out

while True:
    pass
