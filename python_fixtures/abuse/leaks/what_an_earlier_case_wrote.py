# tries: searches its whole heap, which came from the process that reads what cases write, for what an earlier case wrote
# wall: what was read is overwritten before it is freed
# outcome: unmet
# got: 'nothing of another case'

import ctypes
import os
import time

LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.sbrk.restype = ctypes.c_void_p
LIBC.write.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t]
PAGE = 4096
# No eight of these bytes lie side by side in the memory of a case that only searches for them.
BYTE = 21
WORD = int("15" * 8, 16)


def page_at(address, ends):
    """A page of its own memory, or None where there is none: the kernel looks before it copies."""
    if LIBC.write(ends[1], address, PAGE) != PAGE:
        return None
    return os.read(ends[0], PAGE)


def found():
    ends, address, words = os.pipe(), LIBC.sbrk(0) // PAGE * PAGE, 0
    while True:
        address -= PAGE
        page = page_at(address, ends)
        if page is None:
            return words
        words += memoryview(page).cast("Q").tolist().count(WORD)


if found() > 0:
    raise RuntimeError("there is what another case wrote")


def attack():
    text, times = chr(BYTE), 200
    for _ in range(20):
        # Piece by piece, so that what is read grows.
        print(text * times, flush=True)
        os.write(2, text.encode() * times)
        time.sleep(0.005)
    return "nothing of another case"
