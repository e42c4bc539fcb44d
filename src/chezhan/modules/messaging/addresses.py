"""To whom a message goes: an address that a record holds, or people of the store.

Whoever may send need not be able to read: an address that is masked for them may be written to, and stays masked. One
that is hidden from them is not there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from chezhan.access import Actor
from chezhan.catalogue.phones import digits_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.subjects import subject_of
from chezhan.catalogue.sealing import index_of, opened, purpose_of
from chezhan.catalogue.texts.reaching import Reached, reach
from chezhan.catalogue.types import LINK
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.crypto import SealBroken, tail
from chezhan.modules.messaging.models import Channel
from chezhan.modules.messaging.refusals import NoAddress

FITTING: dict[str, frozenset[str]] = {
    Channel.SMS: frozenset({"phone"}),
    Channel.MAIL: frozenset({"email"}),
    Channel.WECHAT: frozenset({"text"}),
    Channel.WECOM: frozenset({"text"}),
}
# Where a field of that kind is looked for: on the record itself, then on what it leads to.
DEEP = 2


@dataclass(frozen=True, slots=True)
class Address:
    """`subject_id`: the record whose own the address is."""

    text: str
    subject_id: UUID | None

    @property
    def tail(self) -> str:
        return tail(self.text.partition("@")[0] if "@" in self.text else self.text)


def address_paths(*, view: View, channel: str) -> list[str]:
    """Paths to fields that hold addresses of the channel, as far as the viewer may use them."""
    fitting = FITTING.get(channel, frozenset())
    return _paths(view, fitting, "", DEEP) if fitting else []


def require_address(*, view: View, channel: str, path: str) -> Reached:
    """Raises NoAddress."""
    try:
        found = reach(view, path)
    except UnknownField:
        raise NoAddress(params={"field": path[:60]}) from None
    if found.sight.field.type.name not in FITTING.get(channel, frozenset()) or found.sight.hidden:
        raise NoAddress(params={"field": path[:60]})
    return found


def addresses_for(*, actor: Actor, view: View, reached: Reached, record_ids: Sequence[UUID]) -> dict[UUID, Address]:
    """By record; none where there is none."""
    sight = reached.sight
    subject = subject_of(viewer=view.viewer, entity=reached.view.entity, field=sight.field, prefix=reached.view.prefix)
    rows = view.seen().filter(id__in=list(record_ids))
    rows = rows.annotate(told=sight.met.value(F(sight.column)), whose=sight.met.value(F(subject.path)))
    found: dict[UUID, Address] = {}
    for record_id, kept, whose in select_as(rows.values_list("id", "told", "whose"), person_id=actor.person_id):
        text = _plain(kept, reached)
        if text:
            found[record_id] = Address(text, whose)
    return found


def reach_of(*, channel: str, text: str) -> bytes:
    """By which two messages to one address are known; says nothing without the store's key."""
    if channel == Channel.SMS:
        return index_of(type_name="phone", text=text)
    return index_of(type_name=f"message_{channel}", text=text)


def _plain(kept: object, reached: Reached) -> str:
    if isinstance(kept, bytes | memoryview):
        try:
            text = opened(purpose=purpose_of(reached.sight.model_field), kept=kept)
        except SealBroken:
            return ""
    else:
        text = str(kept or "")
    return digits_of(text) or "" if reached.sight.field.type.name == "phone" else text.strip()


def _paths(view: View, fitting: frozenset[str], prefix: str, deep: int) -> list[str]:
    own, further = [], []
    for sight in view.sights():
        if sight.field.type.name in fitting:
            own.append(f"{prefix}{sight.field.name}")
        elif sight.field.type is LINK and deep > 1 and not sight.read.never:
            further += _paths(view.beyond(sight.field), fitting, f"{prefix}{sight.field.name}.", deep - 1)
    return own + further
