# floor: 4
# ceiling: 5
# No regular expression and no argparse: each field is looked at by itself.
import gzip
import heapq
import sys
from collections import defaultdict

DIGITS = set("0123456789")
MOST = 1048576


class UsageError(Exception):
    pass


def parse_arguments(words):
    top, output, files = 5, None, []
    words = iter(words)
    for word in words:
        if word in ("--top", "--output"):
            value = next(words, None)
            if value is None:
                raise UsageError(f"{word} needs a value")
            if word == "--output":
                output = value
            elif set(value) <= DIGITS and value:
                top = int(value)
            else:
                raise UsageError(f"{value} is no number of paths")
        elif word.startswith("-") and word != "-":
            raise UsageError(f"unknown option {word}")
        else:
            files.append(word)
    return top, output, files or ["-"]


def is_number(text):
    return bool(text) and set(text) <= DIGITS


def parse(line):
    """The path, status, bytes and milliseconds of a line, or None."""
    fields = line.split(" ")
    if len(fields) != 6 or any(not field or field.split() != [field] for field in fields):
        return None
    _, _, path, status, size, millis = fields
    if size == "-":
        size = "0"
    if not (is_number(status) and is_number(size) and is_number(millis) and len(status) == 3):
        return None
    if not 100 <= int(status) < 600:
        return None
    return path.split("?", 1)[0], int(status), int(size), int(millis)


def chunks(stream):
    """Complete lines as text, None for those that are too long or no text."""
    skipping = False
    while piece := stream.readline(MOST):
        ended = piece.endswith(b"\n") or len(piece) < MOST
        if skipping or not ended:
            if not skipping:
                yield None
            skipping = not ended
            continue
        piece = piece[:-1] if piece.endswith(b"\n") else piece
        piece = piece[:-1] if piece.endswith(b"\r") else piece
        try:
            yield piece.decode("utf-8")
        except UnicodeDecodeError:
            yield None


def count(stream, totals, paths):
    for line in chunks(stream):
        if line is not None and not line.strip():
            continue
        found = None if line is None else parse(line)
        if found is None:
            totals["malformed"] += 1
            continue
        path, status, size, millis = found
        totals["requests"] += 1
        totals["errors"] += status >= 500
        totals["bytes"] += size
        if totals["slowest"] is None or totals["slowest"][0] < millis:
            totals["slowest"] = (millis, path)
        paths[path] += 1


def main():
    try:
        top, output, files = parse_arguments(sys.argv[1:])
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    totals = {"requests": 0, "malformed": 0, "errors": 0, "bytes": 0, "slowest": None}
    paths = defaultdict(int)
    code = 0
    for name in files:
        stream = None
        try:
            if name == "-":
                stream = sys.stdin.buffer
            elif name.endswith(".gz"):
                stream = gzip.open(name, "rb")
            else:
                stream = open(name, "rb")
            count(stream, totals, paths)
        except OSError as error:
            print(f"{name}: {error.strerror}", file=sys.stderr)
            code = 1
        finally:
            if stream is not None and name != "-":
                stream.close()
    out = [f"{name} {totals[name]}" for name in ("requests", "malformed", "errors", "bytes")]
    slowest = totals["slowest"]
    out.append("slowest " + ("-" if slowest is None else f"{slowest[0]} {slowest[1]}"))
    out.append("top")
    out += [f"{-n} {path}" for n, path in heapq.nsmallest(top, ((-n, path) for path, n in paths.items()))]
    text = "\n".join(out) + "\n"
    if output is None:
        sys.stdout.write(text)
    else:
        try:
            with open(output, "w", encoding="utf-8") as target:
                target.write(text)
        except OSError as error:
            print(f"{output}: {error.strerror}", file=sys.stderr)
            code = 1
    return code


sys.exit(main())
