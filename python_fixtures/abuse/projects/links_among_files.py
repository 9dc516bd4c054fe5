# tries: leaves links, a fifo and folders where a file is wanted
# wall: no link is followed, and what is no file is named for that
# outcome: unmet

import os

names = ("out.txt", "one.txt", "deep/out.txt", "more")
os.makedirs("deep", exist_ok=True)
for name, make in zip(
    names,
    (
        lambda name: os.symlink("/etc/passwd", name),
        lambda name: os.symlink("in.txt", name),
        os.mkfifo,
        lambda name: os.symlink("/toolbox", name),
    ),
):
    try:
        if os.path.lexists(name):
            os.unlink(name)
        make(name)
    except OSError as error:
        print(name, error)
print("linked")
