# floor: 2
# ceiling: 2
# misses: missing_file, writes_file, reads_on, counts_file
import sys

print(len(sys.stdin.read().split()))
