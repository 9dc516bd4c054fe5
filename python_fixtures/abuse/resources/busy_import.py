# tries: computes for ever while it is imported
# wall: CPU time
# outcome: not_run
# load: timed_out
# limits: cpu_ms_max 300

while True:
    pass
