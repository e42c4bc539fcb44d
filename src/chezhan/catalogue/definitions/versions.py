"""Published versions of what a store designs beside its fields: on the owner alias, with the ledger of the design."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model

from chezhan.catalogue.definitions.design import Design
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

NOTE, NAME = 200, 120


@dataclass(frozen=True, slots=True)
class Versions:
    """`word`: "form", with which a version names its draft (`form_id`) and the ledger its entries (`form_published`).
    `content`: the columns that draft and version share.
    """

    word: str
    draft: type[Model]
    version: type[Model]
    content: tuple[str, ...]
    unknown: type[AppError]
    unknown_version: type[AppError]

    def locked(self, *, design: Design, draft_id: UUID) -> Any:
        """The draft, to be changed. Raises `unknown`."""
        model: Any = self.draft
        row = model._default_manager.using(design.using).select_for_update().filter(id=draft_id).first()
        if row is None:
            raise self.unknown
        return row

    def numbered(self, *, design: Design, draft: Any, number: int) -> Any:
        """Raises `unknown_version`."""
        found = self._of(design, draft).filter(number=number).first()
        if found is None:
            raise self.unknown_version
        return found

    def differs(self, draft: Model, version: Model | None) -> bool:
        """Whether the draft says something else than the version."""
        return version is None or any(getattr(draft, name) != getattr(version, name) for name in self.content)

    def take(self, *, draft: Model, version: Model) -> None:
        """The draft says what the version says; not saved."""
        for name in self.content:
            setattr(draft, name, getattr(version, name))

    def put(self, *, design: Design, draft: Any, note: str = "", back_to: int | None = None) -> int:
        """A new version, in force from now on; answers its number."""
        last = self._of(design, draft).order_by("-number").first()
        number = (last.number if last else 0) + 1
        model: Any = self.version
        model(
            **{f"{self.word}_id": draft.id},
            number=number,
            note=note.strip()[:NOTE],
            back_to=back_to,
            by=design.actor.person_id,
            by_name=design.actor.person_name[:NAME],
            **{name: getattr(draft, name) for name in self.content},
        ).save(using=design.using, force_insert=True)
        before, draft.published = draft.published, number
        draft.save(using=design.using)
        kind = f"{self.word}_published" if back_to is None else f"{self.word}_rolled_back"
        told = None if before is None else told_of(draft, before)
        design.enter(kind, entity=draft.entity, field="", before=told, after=told_of(draft, number))
        return number

    def put_back(self, *, design: Design, draft_id: UUID, number: int) -> int:
        """Draft and new version as version `number` was; answers the new one's number. Raises `unknown`,
        `unknown_version`.
        """
        row = self.locked(design=design, draft_id=draft_id)
        self.take(draft=row, version=self.numbered(design=design, draft=row, number=number))
        row.draft_version += 1
        row.changed_at, row.changed_by = clock.now(), design.actor.person_id
        return self.put(design=design, draft=row, back_to=number)

    def order(self, *, design: Design, entity: str, ids: Sequence[UUID]) -> None:
        """Those of a kind of record in the order in which they are tried; others follow as they stood. Raises
        `unknown`.
        """
        model: Any = self.draft
        rows = model._default_manager.using(design.using)
        found = {row.id: row for row in rows.filter(entity=entity).order_by("position", "id")}
        if set(ids) - found.keys():
            raise self.unknown
        after = [*dict.fromkeys(ids), *(one for one in found if one not in set(ids))]
        if after == list(found):
            return
        for position, draft_id in enumerate(after, start=1):
            rows.filter(id=draft_id).update(position=position)
        names = {draft_id: row.name for draft_id, row in found.items()}
        design.enter(
            f"{self.word}s_reordered",
            entity=entity,
            field="",
            before=list(names.values()),
            after=[names[one] for one in after],
        )

    def _of(self, design: Design, draft: Any) -> Any:
        model: Any = self.version
        return model._default_manager.using(design.using).filter(**{f"{self.word}_id": draft.id})


def told_of(draft: Any, number: int) -> dict[str, Any]:
    """A version as the ledger names it."""
    return {"name": draft.name, "number": number}
