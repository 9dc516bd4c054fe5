# floor: 4
# ceiling: 5
"""Reports on an access log."""

import argparse
import gzip
import re
import sys

LIMIT = 1 << 20
FORM = re.compile(rb"[^\s]+ [^\s]+ ([^\s]+) ([1-5][0-9][0-9]) ([0-9]+|-) ([0-9]+)\r?\n?")


def lines(stream):
    line = stream.readline(LIMIT)
    while line:
        if len(line) >= LIMIT and line[-1:] != b"\n":
            while line and line[-1:] != b"\n":
                line = stream.readline(LIMIT)
            line = b"x"
        yield line
        line = stream.readline(LIMIT)


def is_text(line):
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def open_log(name):
    return gzip.open(name) if name.endswith(".gz") else open(name, "rb")


class Totals:
    requests = malformed = errors = size = 0
    slowest, slowest_path = -1, b""

    def __init__(self):
        self.paths = {}

    def read(self, stream):
        for line in lines(stream):
            match = FORM.fullmatch(line)
            if match and is_text(line):
                self.count(*match.groups())
            elif line.strip():
                self.malformed += 1

    def count(self, path, status, size, millis):
        path = path.split(b"?")[0]
        self.requests += 1
        if status >= b"500":
            self.errors += 1
        if size != b"-":
            self.size += int(size)
        if int(millis) > self.slowest:
            self.slowest, self.slowest_path = int(millis), path
        self.paths[path] = self.paths.get(path, 0) + 1

    def report(self, top):
        slowest = f"{self.slowest} {self.slowest_path.decode()}" if self.requests else "-"
        head = f"requests {self.requests}\nmalformed {self.malformed}\nerrors {self.errors}\n"
        head += f"bytes {self.size}\nslowest {slowest}\ntop\n"
        order = sorted(self.paths, key=lambda path: (-self.paths[path], path))
        return head + "".join(f"{self.paths[path]} {path.decode()}\n" for path in order[:top])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*")
    parser.add_argument("--top", type=int, default=5)
    parser.add_argument("--output")
    args = parser.parse_args()
    if args.top < 0:
        parser.error("--top must not be negative")
    totals, failed = Totals(), 0
    for name in args.files or ["-"]:
        try:
            if name == "-":
                totals.read(sys.stdin.buffer)
            else:
                with open_log(name) as stream:
                    totals.read(stream)
        except OSError as error:
            failed = 1
            print(name, error, file=sys.stderr)
    text = totals.report(args.top)
    if not args.output:
        print(text, end="")
        return failed
    try:
        with open(args.output, "w") as out:
            out.write(text)
    except OSError as error:
        failed = 1
        print(args.output, error, file=sys.stderr)
    return failed


if __name__ == "__main__":
    sys.exit(main())
