"""``python -m successbook`` is the same as ``successbook``."""

import sys

from successbook.cli import main

if __name__ == "__main__":
    sys.exit(main())
