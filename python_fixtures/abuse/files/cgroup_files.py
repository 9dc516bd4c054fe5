# tries: writes to /sys/fs/cgroup/cgroup.procs
# wall: no /sys
# outcome: unmet
# got: 'ENOENT'


def attack():
    with open('/sys/fs/cgroup/cgroup.procs', 'w') as file:
        file.write("gone")
    return "ESCAPED"
