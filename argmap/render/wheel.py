"""What the `dot` program does, with the Graphviz of a wheel: `wheel.py -Tsvg < map.dot`."""

from __future__ import annotations

import sys


def main() -> None:
    import pygraphviz

    kind = sys.argv[1].removeprefix("-T")
    try:
        graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode())
        # The program looks for itself which layout a text asks for.
        drawn = graph.draw(format=kind, prog=graph.graph_attr.get("layout") or "dot")
    except (OSError, ValueError, pygraphviz.DotError) as error:
        sys.exit(str(error))
    sys.stdout.buffer.write(drawn)


if __name__ == "__main__":
    main()
