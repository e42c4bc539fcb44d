"""The model library in packs: installing one brings in what the market sells, and takes nothing of the store's away."""

from collections.abc import Sequence

from chezhan.access import Actor
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.catalogue.packs.refusals import BadPackItem, PackItemStays
from chezhan.modules.library import china
from chezhan.modules.library.filling import fill_library
from chezhan.modules.library.models import Trim

# What the store has of it, and whose market it is: apart, as no body may hold what names an item.
MADE, MARKET = "library-china", "china"
LABEL = Label("车型库（中国市场）", "Model library (China)")


class Libraries(PackPart):
    """`market`: whose; `edition`: as of when, so that a later one comes in with a later version of the pack."""

    name = "library"
    needs_kind = False

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        if set(wanted.body) != {"market", "edition"} or wanted.body["market"] != MARKET:
            raise BadPackItem(params={"item": "", "where": "market", "reason": "shape"})
        if wanted.body["edition"] != china.EDITION:
            raise BadPackItem(params={"item": "", "where": "edition", "reason": "shape"})
        return LABEL.zh, {"market": MARKET, "edition": china.EDITION}

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        """Filled again each time it is asked for: what is there stays as it is."""
        return None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        return _held() if Trim.objects.exists() else None

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        fill_library(actor=actor)
        return MADE

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        """Models stay, whoever brought them in."""
        if not on:
            raise PackItemStays

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        """A store's own models are records, and are exported as such."""
        return ()


def _held() -> Held:
    return Held(MADE, "", LABEL.zh, {"market": MARKET, "edition": china.EDITION}, label=LABEL)


LIBRARIES = packs(Libraries())
