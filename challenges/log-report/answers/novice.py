# floor: 3
# ceiling: 3
# misses: dash_bytes, blank_lines, empty_input, several_files, missing_file, top_negative, top_no_number,
#   unknown_option, output_file, gzipped, many_files, memory_flat, stdin_flat, exact_lines, bad_bytes, long_line,
#   output_refused, closes_files, top_ties
import sys

top = 5
name = None
args = sys.argv[1:]
i = 0
while i < len(args):
    if args[i] == "--top":
        top = int(args[i + 1])
        i = i + 1
    else:
        name = args[i]
    i = i + 1

if name:
    data = open(name).readlines()
else:
    data = sys.stdin.readlines()

requests = 0
malformed = 0
errors = 0
total = 0
slow = 0
slow_path = ""
counts = {}
for line in data:
    parts = line.split()
    if len(parts) == 6 and parts[3].isdigit() and parts[4].isdigit() and parts[5].isdigit():
        requests = requests + 1
        path = parts[2].split("?")[0]
        if int(parts[3]) >= 500:
            errors = errors + 1
        total = total + int(parts[4])
        if int(parts[5]) > slow:
            slow = int(parts[5])
            slow_path = path
        if path in counts:
            counts[path] = counts[path] + 1
        else:
            counts[path] = 1
    else:
        malformed = malformed + 1

print("requests", requests)
print("malformed", malformed)
print("errors", errors)
print("bytes", total)
print("slowest", slow, slow_path)
print("top")
for path in sorted(counts, key=counts.get, reverse=True)[:top]:
    print(counts[path], path)
