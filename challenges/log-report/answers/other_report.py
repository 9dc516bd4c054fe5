# floor: 1
# ceiling: 1
# misses: counts, from_file, broken_lines, errors_only_5xx, top_order, slowest, top_ties, query_cut, dash_bytes,
#   blank_lines, line_ends, empty_input, slowest_first, several_files, missing_file, top_zero, top_negative,
#   top_no_number, unknown_option, output_file, gzipped, many_files, memory_flat, exact_lines, bad_bytes, long_line,
#   stdin_flat, output_refused
"""A report as JSON, which nobody asked for."""

import json
import sys

with open(sys.argv[-1] if len(sys.argv) > 1 else 0, errors="replace") as log:
    lines = log.read().splitlines()
print(
    json.dumps({"requests": len(lines), "paths": sorted({line.split()[2] for line in lines if line.strip()})})
)
