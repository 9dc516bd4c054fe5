# floor: 4
# ceiling: 5
import asyncio
import os
import pickle
import threading


def _fork(task):
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    try:
        os.close(reader)
        with os.fdopen(writer, "wb") as out:
            try:
                out.write(pickle.dumps((task(), None)))
            except Exception as error:
                out.write(pickle.dumps((None, error)))
    finally:
        os._exit(0)


def _cpu(tasks):
    outcomes = []
    for pid, reader in [_fork(task) for task in tasks]:
        with os.fdopen(reader, "rb") as pipe:
            outcomes.append(pickle.load(pipe))
        os.waitpid(pid, 0)
    return outcomes


def _io(tasks):
    outcomes = [None] * len(tasks)

    def run(place):
        try:
            outcomes[place] = tasks[place](), None
        except BaseException as error:
            outcomes[place] = None, error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(tasks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def _async(tasks):
    async def main():
        results = await asyncio.gather(*(task() for task in tasks), return_exceptions=True)
        return [(None, r) if isinstance(r, BaseException) else (r, None) for r in results]

    return asyncio.run(main())


def run_all(tasks, kind):
    how = {"cpu": _cpu, "io": _io, "async": _async}.get(kind)
    if how is None:
        raise ValueError(kind)
    outcomes = how(list(tasks))
    for _, error in outcomes:
        if error is not None:
            raise error
    return [value for value, _ in outcomes]
