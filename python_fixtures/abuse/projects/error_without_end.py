# tries: ends with an error whose text never ends
# wall: time
# outcome: timed_out
# limits: cpu_ms_max 200

class Endless(Exception):
    def __str__(self):
        while True:
            pass


raise Endless
