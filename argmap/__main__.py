"""`python -m argmap` does what `argmap` does."""

import sys

from argmap.cli import main

sys.exit(main())
