# tries: matches a regular expression that backtracks without end
# wall: CPU time
# outcome: timed_out
# limits: cpu_ms_max 300

import re


def attack():
    return re.match(r"(x+x+)+y", "x" * 60)
