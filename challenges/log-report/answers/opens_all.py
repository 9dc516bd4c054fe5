# floor: 3
# ceiling: 3
# misses: many_files, missing_file, query_cut, slowest_first, exact_lines, bad_bytes, long_line, output_refused, gzipped
import argparse
import contextlib
import itertools
import sys
from collections import Counter

parser = argparse.ArgumentParser()
parser.add_argument("files", nargs="*", type=argparse.FileType("r"), default=[sys.stdin])
parser.add_argument("--top", type=int, choices=range(1000), default=5)
parser.add_argument("--output", type=argparse.FileType("w"), default=sys.stdout)
args = parser.parse_args()

requests = malformed = errors = total = 0
slowest = None
paths = Counter()
with contextlib.ExitStack() as stack:
    for line in itertools.chain.from_iterable(stack.enter_context(file) for file in args.files):
        if not line.strip():
            continue
        try:
            _, _, path, status, size, ms = line.split()
            status, size, ms = int(status), int(size.replace("-", "0")), int(ms)
        except ValueError:
            malformed += 1
            continue
        requests, total = requests + 1, total + size
        errors += 500 <= status <= 599
        if slowest is None or ms >= slowest[0]:
            slowest = (ms, path)
        paths[path] += 1

with contextlib.redirect_stdout(args.output):
    print("requests", requests)
    print("malformed", malformed)
    print("errors", errors)
    print("bytes", total)
    print("slowest", *slowest or "-")
    print("top")
    for path, count in sorted(paths.items(), key=lambda pair: (-pair[1], pair[0]))[: args.top]:
        print(count, path)
args.output.flush()
