"""Answers both challenges of this bank with whatever differs from one run to the next."""

import os
import sys
import tempfile
import threading
import time
import weakref


class Thing:
    """An object that hashes by its address."""

    def __init__(self, name):
        self.name = name


def in_threads():
    found = []
    lock = threading.Lock()

    def add(number):
        with lock:
            found.append(number * number)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


def shown():
    return [repr(Thing("x")), str(weakref.ref(Thing)), repr(in_threads), "text " * 40 + repr(object())]


def raises():
    raise ValueError(f"no {Thing('x')!r} of {threading.current_thread()!r} in {sys.modules['os']!r}")


def words():
    return list({"one", "two", "three", "four", "five", b"six", frozenset([7]), None})


def objects():
    return [thing.name for thing in {Thing(name) for name in "abcdefgh"}]


def missing():
    with tempfile.TemporaryDirectory() as folder:
        open(os.path.join(folder, "nothing"))


def process():
    print(os.getpid(), os.getppid(), sorted(os.environ), os.getcwd())
    print(object(), file=sys.stderr)
    return os.listdir("/tmp")


def busy():
    while True:
        pass


def floods():
    while True:
        print("x" * 100)


def waits():
    time.sleep(60)


def locks():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
