# tries: prints for ever while it is imported
# wall: the run counts each pipe's bytes
# outcome: not_run
# load: too_much_output

while True:
    print("x" * 1000)
