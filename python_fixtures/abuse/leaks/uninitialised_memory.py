# tries: reads memory that it has just been given
# wall: the kernel clears pages; the worker's parent holds no job
# outcome: unmet
# got: False

import ctypes

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p


def attack():
    # Each byte is one more than what is looked for, so that this file does not find itself.
    more, wanted = bytes((number + 1) % 256 for number in range(256)), b"Nfu!pomz!cz!xibu!nvtu"
    sizes = (2000, 20_000, 200_000, 2_000_000) * 5
    return any(wanted in ctypes.string_at(libc.malloc(size), size).translate(more) for size in sizes)
