import argparse
import importlib.resources
import os
import sys
from pathlib import Path

END = (Path(__file__).parent / "data" / "end.txt").read_text().strip()
assert importlib.resources.files("wc").joinpath("data/end.txt").read_text().strip() == END


def count(lines):
    total = 0
    for line in lines:
        if line.strip() == END:
            break
        total += len(line.split())
    return total


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?")
    parser.add_argument("--out")
    args = parser.parse_args()
    try:
        if args.file:
            with open(args.file, encoding="utf-8") as lines:
                total = count(lines)
        else:
            total = count(sys.stdin)
    except OSError as error:
        print(f"wc: {error}", file=sys.stderr)
        return 2
    if args.out:
        os.makedirs(os.path.dirname(args.out) or ".", exist_ok=True)
        with open(args.out, "w") as out:
            print(total, file=out)
    else:
        print(total)
