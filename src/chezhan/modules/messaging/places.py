"""What a template may name: fields of its records and of those that they lead to, with their labels."""

from dataclasses import dataclass

from chezhan.access import Actor, require
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.texts.reaching import UNPRINTED
from chezhan.catalogue.types import LINK, TABLE
from chezhan.modules.messaging.addresses import address_paths
from chezhan.modules.messaging.permits import SEND


@dataclass(frozen=True, slots=True)
class NamedPath:
    path: str
    label: Label


def list_places(*, actor: Actor, entity: str, channel: str) -> tuple[list[NamedPath], list[NamedPath]]:
    """Of texts, and of addresses of the channel. Raises Forbidden, UnknownEntity."""
    require(actor=actor, permission=SEND)
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    every = _paths(view, "", Label("", ""), 2)
    addresses = set(address_paths(view=view, channel=channel))
    return [one for one in every if not _linking(view, one.path)], [one for one in every if one.path in addresses]


def _paths(view: View, prefix: str, before: Label, deep: int) -> list[NamedPath]:
    found: list[NamedPath] = []
    for sight in view.sights():
        field = sight.field
        if field.type.name in UNPRINTED or field.type is TABLE:
            continue
        label = Label(f"{before.zh}{field.label.zh}", f"{before.en}{field.label.en}")
        found.append(NamedPath(f"{prefix}{field.name}", label))
        if field.type is LINK and deep > 1 and not sight.read.never:
            further = Label(f"{label.zh} · ", f"{label.en} · ")
            found += _paths(view.beyond(field), f"{prefix}{field.name}.", further, deep - 1)
    return found


def _linking(view: View, path: str) -> bool:
    """A link beyond a link has a name of its own among the fields."""
    return False if "." not in path else path.count(".") > 1
