"""The command line: `argmap COMMAND …`, and `argmap FILE` for the tree of a file."""

from argmap.cli.main import main

__all__ = ["main"]
