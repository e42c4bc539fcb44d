"""Tags in packs: words that rules put on records."""

from collections.abc import Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.catalogue.packs.refusals import BadPackItem, PackItemStays
from chezhan.catalogue.records.talk.models import Tag
from chezhan.catalogue.records.talk.tags import COLOR, NAME, save_tag


class Tags(PackPart):
    name = "tag"
    permission = "tag.write"
    needs_kind = False

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        color = str(wanted.body.get("color", "")).lower()
        if set(wanted.body) != {"color"} or not COLOR.match(color):
            raise BadPackItem(params={"item": "", "where": "color", "reason": "shape"})
        if not 0 < len(wanted.name) <= NAME:
            raise BadPackItem(params={"item": "", "where": "name", "reason": "shape"})
        return wanted.name, {"color": color}

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        found = Tag.objects.filter(name=wanted.name).values_list("id", flat=True).first()
        return str(found) if found is not None else None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        require_designer(actor=actor)
        row = Tag.objects.filter(id=UUID(made)).first()
        return None if row is None else _held(row)

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        tag_id = UUID(made) if made is not None else None
        return str(save_tag(actor=actor, tag_id=tag_id, name=wanted.name, color=wanted.body["color"]).id)

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        """A word stays, whoever used it."""
        if not on:
            raise PackItemStays

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        return [_held(row) for row in Tag.objects.order_by("name")]


def _held(row: Tag) -> Held:
    return Held(str(row.id), "", row.name, {"color": row.color}, label=Label(row.name, row.name))


TAGS = packs(Tags())
