# tries: writes a program to /tmp and executes it
# wall: seccomp: execve does not exist; noexec and Landlock where it does
# outcome: unmet
# got: 'ENOSYS'
# got when cold: 'EACCES'

import os


def attack():
    with open("program", "w") as file:
        file.write("#!/python/bin/python3.11\nprint('ESCAPED')\n")
    os.chmod("program", 0o700)
    os.execv("./program", ["program"])
