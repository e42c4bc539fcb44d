"""The sheet of points in packs."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import ValidationError

from chezhan.access import Actor, require
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.catalogue.packs.refusals import BadPackItem, PackItemStays
from chezhan.modules.scoring.asking import ENTITY
from chezhan.modules.scoring.keeping import PERMISSION, keep_sheet
from chezhan.modules.scoring.models import ScoreSheet
from chezhan.modules.scoring.sheet import read_sheet

NAME = Label("线索评分", "Lead score")


class Scores(PackPart):
    """A store has one sheet: a pack's is the store's."""

    name = "score"

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        try:
            return NAME.zh, read_sheet(dict(wanted.body)).model_dump(mode="json")
        except ValidationError as fault:
            where = ".".join(str(step) for step in fault.errors(include_url=False, include_input=False)[0]["loc"])
            raise BadPackItem(params={"item": "", "where": where[:120], "reason": "shape"}) from None

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        found = ScoreSheet.objects.first()
        return str(found.id) if found else None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        require(actor=actor, permission=PERMISSION)
        row = ScoreSheet.objects.filter(id=UUID(made)).first()
        return None if row is None else _held(row)

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        row = ScoreSheet.objects.first()
        if row is not None and row.says == dict(wanted.body):
            return str(row.id)
        return str(keep_sheet(actor=actor, version=row.version if row else 0, says=dict(wanted.body)).id)

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        if not on:
            raise PackItemStays

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        require(actor=actor, permission=PERMISSION)
        return [_held(row) for row in ScoreSheet.objects.all()]


def _held(row: ScoreSheet) -> Held:
    return Held(str(row.id), ENTITY, NAME.zh, row.says, label=NAME)


SCORES = packs(Scores())
