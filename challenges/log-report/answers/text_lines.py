# floor: 4
# ceiling: 4
# misses: exact_lines, bad_bytes, long_line, output_refused
# misconceptions: int_means_digits
import argparse
import gzip
import sys
from collections import Counter


def positive(text):
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number


def parse(line):
    time, method, path, status, size, millis = line.split()
    status = int(status)
    if not 100 <= status <= 599:
        raise ValueError(status)
    return path.partition("?")[0], status, 0 if size == "-" else int(size), int(millis)


def open_text(name):
    if name.endswith(".gz"):
        return gzip.open(name, "rt", encoding="utf-8")
    return open(name, encoding="utf-8")


def read(stream, report):
    for line in stream:
        if not line.strip():
            continue
        try:
            path, status, size, millis = parse(line)
        except ValueError:
            report["malformed"] += 1
            continue
        report["requests"] += 1
        report["bytes"] += size
        report["paths"][path] += 1
        if status >= 500:
            report["errors"] += 1
        if millis > report["slowest"][0]:
            report["slowest"] = (millis, path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--top", type=positive, default=5)
    parser.add_argument("--output")
    parser.add_argument("files", nargs="*", default=["-"])
    args = parser.parse_args()
    report = dict(requests=0, malformed=0, errors=0, bytes=0, slowest=(-1, ""), paths=Counter())
    code = 0
    for name in args.files or ["-"]:
        try:
            if name == "-":
                read(sys.stdin, report)
            else:
                with open_text(name) as stream:
                    read(stream, report)
        except OSError as error:
            print(error, file=sys.stderr)
            code = 1
    out = open(args.output, "w") if args.output else sys.stdout
    for key in ("requests", "malformed", "errors", "bytes"):
        print(key, report[key], file=out)
    slowest = report["slowest"]
    print("slowest", *(slowest if slowest[0] >= 0 else "-"), file=out)
    print("top", file=out)
    for path, count in sorted(report["paths"].items(), key=lambda item: (-item[1], item[0]))[: args.top]:
        print(count, path, file=out)
    return code


if __name__ == "__main__":
    sys.exit(main())
