# tries: writes to /toolbox/viva/driver.py
# wall: Landlock, a read-only root
# outcome: unmet
# got: 'EACCES'


def attack():
    with open('/toolbox/viva/driver.py', 'a') as file:
        file.write("gone")
    return "ESCAPED"
