# floor: 2
# ceiling: 2
# misses: counts, top_zero, output_file, broken_lines, errors_only_5xx, slowest, missing_file, empty_input, blank_lines, slowest_first,
#   exact_lines, bad_bytes, long_line, output_refused, gzipped, dash_bytes, memory_flat, stdin_flat, line_ends, from_file,
#   several_files, many_files
"""Takes it for granted that a log is clean, and compares times as text."""

import argparse
import sys
from collections import Counter

parser = argparse.ArgumentParser()
parser.add_argument("--top", type=int, choices=range(0, 100), default=5)
parser.add_argument("--output")
parser.add_argument("files", nargs="*")
args = parser.parse_args()
rows = []
for name in args.files or ["-"]:
    if name == "-":
        rows += [line.split(" ") for line in sys.stdin]
    else:
        with open(name) as file:
            rows += [line.split(" ") for line in file]
paths = Counter(row[2].partition("?")[0] for row in rows)
slow = max(rows, key=lambda row: row[5])
text = "requests %d\nerrors %d\nbytes %d\nslowest %s %s\ntop\n" % (
    len(rows),
    sum(int(row[3]) >= 400 for row in rows),
    sum(int(row[4]) for row in rows),
    slow[5].strip(),
    slow[2],
)
for path in sorted(sorted(paths), key=paths.get, reverse=True)[: args.top]:
    text += "%d %s\n" % (paths[path], path)
if args.output:
    with open(args.output, "w") as file:
        file.write(text)
else:
    print(text, end="")
