# tries: looks for where the kernel lies
# wall: no /proc, no /sys
# outcome: unmet
# got: 'ENOENT'


def attack():
    return "ESCAPED", open("/proc/kallsyms").read(100)
