# tries: waits for connections, by asyncio
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: 0

import asyncio


async def serve():
    server = await asyncio.start_server(print, "127.0.0.1", 8000)
    return len(server.sockets)


def attack():
    return asyncio.run(serve())
