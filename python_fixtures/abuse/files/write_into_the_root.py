# tries: writes to /left
# wall: Landlock, a read-only root
# outcome: unmet
# got: 'EROFS'


def attack():
    with open('/left', 'w') as file:
        file.write("gone")
    return "ESCAPED"
