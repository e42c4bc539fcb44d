"""What holds files besides the fields of records, such as what was decided: it says itself who may add and who read.

A file names its holder where others name their kind of record; the colon keeps the two apart.
"""

from collections.abc import Callable
from dataclasses import dataclass

from chezhan.access import Actor
from chezhan.catalogue.records.files.models import StoredFile


@dataclass(frozen=True, slots=True)
class Holder:
    """`require_add`: raises unless the actor may send one up for this place (what stands in `field`). `may_read`: one
    that was attached.
    """

    require_add: Callable[[Actor, str], None]
    may_read: Callable[[Actor, StoredFile], bool]


_holders: dict[str, Holder] = {}


def holds_files(name: str, holder: Holder) -> None:
    """Sign on, when the app is ready. Raises ValueError for a name that is taken or could be a kind of record's."""
    if ":" not in name or _holders.setdefault(name, holder) is not holder:
        raise ValueError(f"no holder of files can be called {name}")


def holder_named(name: str) -> Holder | None:
    return _holders.get(name)
