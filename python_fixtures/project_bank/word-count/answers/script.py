# floor: 4
# ceiling: 4
# misses: reads_on
import sys
from pathlib import Path

args = sys.argv[1:]
out = None
if args and args[0] == "--out":
    out = Path(args[1])
    args = args[2:]
try:
    text = Path(args[0]).read_text() if args else sys.stdin.read()
except FileNotFoundError as error:
    print(error, file=sys.stderr)
    sys.exit(2)
count = f"{len(text.split())}\n"
if out:
    out.write_text(count)
else:
    sys.stdout.write(count)
