# tries: unpacks a small file to 1 GiB
# wall: RLIMIT_AS
# outcome: out_of_memory

import zlib


def attack():
    packer = zlib.compressobj(1, wbits=-15)
    packer.compress(bytes(1 << 20))
    once = packer.flush(zlib.Z_FULL_FLUSH)
    packer.compress(bytes(1 << 20))
    again = packer.flush(zlib.Z_FULL_FLUSH)
    return len(zlib.decompress(once + again * 1000, wbits=-15))
