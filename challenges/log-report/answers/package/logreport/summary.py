"""What is counted, and the report over it."""

import re
from collections import Counter

LINE = re.compile(r"\S+ \S+ (\S+) ([1-5][0-9]{2}) ([0-9]+|-) ([0-9]+)")


class Summary:
    def __init__(self):
        self.requests = self.malformed = self.errors = self.bytes = 0
        self.slowest = None
        self.paths = Counter()

    def add(self, line):
        if not line.strip():
            return
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            self.malformed += 1
            return
        match = LINE.fullmatch(text.removesuffix("\n").removesuffix("\r"))
        if match is None:
            self.malformed += 1
            return
        path, status, size, millis = match.groups()
        path = path.partition("?")[0]
        self.requests += 1
        self.errors += status.startswith("5")
        self.bytes += 0 if size == "-" else int(size)
        self.paths[path] += 1
        if self.slowest is None or int(millis) > self.slowest[0]:
            self.slowest = int(millis), path

    def report(self, top):
        yield f"requests {self.requests}"
        yield f"malformed {self.malformed}"
        yield f"errors {self.errors}"
        yield f"bytes {self.bytes}"
        yield "slowest -" if self.slowest is None else f"slowest {self.slowest[0]} {self.slowest[1]}"
        yield "top"
        for path, count in sorted(self.paths.items(), key=lambda item: (-item[1], item[0]))[:top]:
            yield f"{count} {path}"
