# tries: reads the machine's id
# wall: the jail's own root
# outcome: unmet
# got: 'none'


def attack():
    for path in ("/etc/machine-id", "/var/lib/dbus/machine-id", "/sys/class/dmi/id/product_uuid", "/proc/cpuinfo", "/proc/self/cgroup"):
        try:
            return "ESCAPED", open(path).read()
        except FileNotFoundError:
            pass
    return "none"
