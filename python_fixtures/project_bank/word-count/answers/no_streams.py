# floor: 3
# ceiling: 3
# misses: writes_file, reads_on
import sys
from pathlib import Path

if sys.argv[1:2] and not sys.argv[1].startswith("-"):
    try:
        print(len(Path(sys.argv[1]).read_text().split()))
    except FileNotFoundError:
        print(sys.argv[1], "is missing", file=sys.stderr)
        sys.exit(2)
else:
    print(len(sys.stdin.read().split()))
