"""The schemes that a user has: those of the package, and of their own files."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.evaluation.schemes import Catalogue, catalogue, read
from argmap.strictyaml import YamlFault
from argmap.tui import config
from argmap.workspace import read as open_file


class BadSchemes(ValueError):
    """A file of schemes says something that cannot be; the message has its place."""


def known(files: Sequence[str] = ()) -> Catalogue:
    """The schemes of the package, of `schemes.yaml` beside the configuration file, and of other
    files; a later one takes the place of an earlier one. Raises BadSchemes, and Unreadable."""
    found = dict(catalogue())
    try:
        own = config.path().with_name("schemes.yaml")
        paths = [*[str(own)] * own.is_file(), *files]
    except RuntimeError:  # there is no home folder
        paths = [*files]
    for path in paths:
        try:
            found.update(read(open_file(path).text))
        except YamlFault as fault:
            hint = f". {fault.hint}" if fault.hint else ""
            place = f"{path}:{fault.line}:{fault.column}"
            raise BadSchemes(f"{place}: {fault.message}{hint}") from None
    return found
