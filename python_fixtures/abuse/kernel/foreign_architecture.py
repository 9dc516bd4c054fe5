# tries: makes a call of 32-bit x86, whose numbers a filter for 64 bits mistakes
# wall: seccomp: a foreign architecture kills
# outcome: denied
# machine: x86_64

import ctypes
import mmap

# mov eax, 20; int 0x80; ret
CODE = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"


def attack():
    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(CODE)
    address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    return "ESCAPED", ctypes.CFUNCTYPE(ctypes.c_int)(address)()
