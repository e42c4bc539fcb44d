"""Who else has a word in every write of records: the layers above, which the catalogue does not know, sign on here."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Protocol

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.kernel.errors import AppError


class Watch(Protocol):
    """One write of one actor in one kind of record. `names`: the fields that were sent."""

    def filled(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """A new record as sent, with defaults; names of fields that the actor sees alone."""

    def concerns(self, names: Collection[str]) -> bool:
        """Whether a change of these fields could be refused at all."""

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        """Refusals by field, of a draft that holds what will be written."""


# actor, view, whether the records are new, the step that they are written in
Source = Callable[[Actor, View, bool, Step | None], Watch | None]
_sources: list[Source] = []


def watched_by(source: Source) -> Source:
    """Sign on; once, when the app is ready."""
    _sources.append(source)
    return source


def watches(*, actor: Actor, view: View, new: bool, step: Step | None = None) -> list[Watch]:
    return [watch for source in _sources if (watch := source(actor, view, new, step)) is not None]


def judged(*, found: Collection[Watch], draft: Draft, names: Collection[str]) -> dict[str, AppError]:
    """Of all of them; the first word on a field stands."""
    refused: dict[str, AppError] = {}
    for watch in found:
        refused = watch.judge(draft, names) | refused
    return refused
