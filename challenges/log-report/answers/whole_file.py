# floor: 3
# ceiling: 3
# misses: top_ties, memory_flat, stdin_flat, exact_lines, bad_bytes, long_line, output_refused, closes_files, gzipped
# misconceptions: reads_it_whole, most_common_is_stable, int_means_digits
import argparse
import sys
from collections import Counter
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("files", nargs="*")
parser.add_argument("--top", type=int, default=5)
parser.add_argument("--output")
args = parser.parse_args()
if args.top < 0:
    parser.error("--top")

code = 0
lines = []
for name in args.files or ["-"]:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(errors="replace")
    except OSError as e:
        print(e, file=sys.stderr)
        code = 1
    else:
        lines += text.splitlines()

rows, malformed = [], 0
for line in lines:
    if line.strip():
        try:
            _, _, path, status, size, ms = line.split()
            rows.append((path.split("?")[0], int(status), 0 if size == "-" else int(size), int(ms)))
        except ValueError:
            malformed += 1

report = [
    f"requests {len(rows)}",
    f"malformed {malformed}",
    f"errors {sum(r[1] >= 500 for r in rows)}",
    f"bytes {sum(r[2] for r in rows)}",
]
if rows:
    slow = max(rows, key=lambda r: r[3])
    report.append(f"slowest {slow[3]} {slow[0]}")
else:
    report.append("slowest -")
report.append("top")
for path, count in Counter(r[0] for r in rows).most_common(args.top):
    report.append(f"{count} {path}")
text = "\n".join(report) + "\n"
if args.output:
    Path(args.output).write_text(text)
else:
    print(text, end="")
sys.exit(code)
