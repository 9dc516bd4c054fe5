"""Reports on an access log: `python -m logreport [--top N] [--output FILE] [FILE...]`."""

import sys


def main(arguments):
    """Reads the log, prints the report, and returns the exit code."""
    ...


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
