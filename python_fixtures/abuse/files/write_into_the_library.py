# tries: writes to /python/lib/python3.11/os.py
# wall: Landlock, read-only mounts
# outcome: unmet
# got: 'EACCES'


def attack():
    with open('/python/lib/python3.11/os.py', 'a') as file:
        file.write("gone")
    return "ESCAPED"
