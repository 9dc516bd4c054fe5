import sys

from .counting import main

if __name__ == "__main__":
    sys.exit(main())
