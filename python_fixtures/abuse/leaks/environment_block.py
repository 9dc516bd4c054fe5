# tries: reads the environment as the kernel gave it, from memory
# wall: the environment is made up
# outcome: unmet
# got: []

import ctypes


def attack():
    block, names = (ctypes.c_char_p * 1000).in_dll(ctypes.CDLL(None), "environ"), []
    pointer = ctypes.cast(block, ctypes.POINTER(ctypes.POINTER(ctypes.c_char_p)))[0]
    index = 0
    while pointer and pointer[index]:
        names.append(pointer[index].partition(b"=")[0].decode())
        index += 1
    return sorted(set(names) - {"HOME", "LANG", "MALLOC_ARENA_MAX", "PATH", "TMPDIR", "TZ", "LC_CTYPE", "PYTHONHASHSEED"})
