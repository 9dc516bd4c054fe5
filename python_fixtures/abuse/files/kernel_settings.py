# tries: writes to /proc/sys/kernel/core_pattern
# wall: no /proc
# outcome: unmet
# got: 'ENOENT'


def attack():
    with open('/proc/sys/kernel/core_pattern', 'w') as file:
        file.write("gone")
    return "ESCAPED"
