"""A chunk of understood rows, made records: met with what is there, cleaned, judged, written. One transaction.

Whatever a row is refused for, the others go in: a chunk that the database or a rule refuses is halved until the rows
that are to blame stand alone. The dry run is the same with its transaction taken back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from chezhan.catalogue.bulk.drafts import Draft, load_rows
from chezhan.catalogue.bulk.touches import Touch
from chezhan.catalogue.importing.converting import Fault, cleaned
from chezhan.catalogue.importing.keys import find_records
from chezhan.catalogue.importing.outcomes import Became, Entry
from chezhan.catalogue.importing.preparing import Prepared, Preparer
from chezhan.catalogue.importing.refusals import NotBrought
from chezhan.catalogue.importing.targets import MADE_AT, MADE_BY, Target
from chezhan.catalogue.records.writes.cleaning import clean_rows
from chezhan.catalogue.records.writes.people import nameable_of
from chezhan.catalogue.records.writes.rights import check_names, own_suffices, require_writable
from chezhan.catalogue.records.writes.saving import write_checked
from chezhan.catalogue.records.writes.watching import Watch, judged, watches
from chezhan.kernel.errors import AppError

ORIGIN = (MADE_AT.name, MADE_BY.name)


@dataclass
class Written:
    """`entries` by row; `touches`: what was done to records."""

    entries: list[Entry] = field(default_factory=list)
    touches: dict[UUID, Touch] = field(default_factory=dict)


class _RowsToBlame(Exception):
    def __init__(self, refused: Mapping[UUID, AppError]) -> None:
        self.refused = refused


class Writer:
    """For the chunks of one job; `view` and `actor` as they are in the open transaction."""

    def __init__(self, *, by: Preparer) -> None:
        actor, view, order, targets = by.actor, by.view, by.order, by.targets
        self.actor, self.view, self.order, self.targets, self.likeness = actor, view, order, targets, by.likeness
        self.names = sorted({_field_of(targets[name]) for name in order.used if targets[name].writable} - set(ORIGIN))
        check_names(view=view, names=(name for name in self.names if name != view.entity.state), new=True)
        self.nameable = nameable_of(actor, view, self.names)
        # A key that may only be read finds records and is never written.
        self.passed = {name for name in order.used if not targets[name].writable} | {*ORIGIN}
        # Of records that are there these stay: they came with them, or the product has moved them since.
        self.once = {field.name for field in view.entity.fields.values() if field.once} | {view.entity.state}
        self.origin = [name for name in ORIGIN if name in order.used]

    def write(self, rows: Sequence[Prepared]) -> Written:
        written = Written()
        met = self._meet([one for one in rows if not one.faults])
        fresh: list[Prepared] = []
        known: dict[UUID, Prepared] = {}
        for prepared in rows:
            became, record_id = self._decide(prepared, met.get(prepared.row, []))
            if became == "created":
                fresh.append(prepared)
            elif became == "updated" and record_id:
                if record_id in known:
                    prepared.refuse(None, "repeats_row", first_row=known[record_id].row)
                    written.entries.append(Entry.refused(prepared.row, prepared.faults))
                else:
                    known[record_id] = prepared
            elif became == "refused":
                written.entries.append(Entry.refused(prepared.row, prepared.faults))
            else:
                written.entries.append(Entry.of(prepared.row, became, record_id))
        fresh = self._unlike(fresh, written)
        drafts = self._fresh(fresh, written) | self._known(known, written)
        self._write(drafts, written)
        written.entries.sort()
        return written

    def _meet(self, rows: Sequence[Prepared]) -> dict[int, list[UUID]]:
        """Row → records that are the same by the first key that finds any."""
        met: dict[int, list[UUID]] = {}
        for number, names in enumerate(self.order.keys):
            asked = [one for one in rows if one.marks[number] is not None and one.row not in met]
            by = [self.targets[name] for name in names]
            found = find_records(
                actor=self.actor, view=self.view, by=by, keys=[one.marks[number] or () for one in asked]
            )
            met |= {one.row: found[one.marks[number]] for one in asked if one.marks[number] in found}  # type: ignore[index]
        return met

    def _unlike(self, rows: list[Prepared], written: Written) -> list[Prepared]:
        """Those that go in, the others told of; each knows what it is like."""
        if not self.likeness:
            return rows
        asked = {one.row: one.values for one in rows if not one.like}
        found = self.likeness.like_records(actor=self.actor, view=self.view, rows=asked)
        for one in rows:
            one.like = one.like or found.get(one.row)
        if self.order.likes == "create":
            return rows
        written.entries += [Entry.like(one.row, "skipped", one.like) for one in rows if one.like]
        return [one for one in rows if not one.like]

    def _decide(self, prepared: Prepared, ids: Sequence[UUID]) -> tuple[Became, UUID | None]:
        order = self.order
        if prepared.faults:
            self._find_the_rest(prepared)
            return "refused", None
        if order.mode == "insert":
            return self._insert(prepared, ids)
        if prepared.twin:
            return _refused(prepared, "repeats_row", first_row=prepared.twin)
        if ids:
            return self._update(prepared, ids)
        if order.mode == "upsert":
            return "created", None
        return _refused(prepared, "no_match" if any(mark is not None for mark in prepared.marks) else "key_empty")

    def _find_the_rest(self, prepared: Prepared) -> None:
        """What else is wrong with a row that is refused: people want to mend it once."""
        for name, value in prepared.values.items():
            target = self.targets.get(name)
            if target and target.link is None and value is not None:
                clean = cleaned(target.field, value)
                if isinstance(clean, Fault):
                    prepared.faults.append((name, clean))

    def _insert(self, prepared: Prepared, ids: Sequence[UUID]) -> tuple[Became, UUID | None]:
        asked = self.order.decisions.get(str(prepared.row), "") if self.order.twins == "ask" else ""
        twins = asked or self.order.twins
        if twins == "create" or not (ids or prepared.twin):
            return "created", None
        if prepared.twin:
            found: tuple[Became, UUID | None] = ("skipped", None)
            return found if twins == "skip" else _refused(prepared, "repeats_row", first_row=prepared.twin)
        if twins == "update":
            return self._update(prepared, ids)
        return ("asked" if twins == "ask" else "skipped"), ids[0]

    def _update(self, prepared: Prepared, ids: Sequence[UUID]) -> tuple[Became, UUID | None]:
        return ("updated", ids[0]) if len(ids) == 1 else _refused(prepared, "ambiguous_match")

    def _fresh(self, rows: Sequence[Prepared], written: Written) -> dict[UUID, tuple[Prepared, Draft]]:
        watching = watches(actor=self.actor, view=self.view, new=True)
        drafts = {}
        for prepared, kept in self._clean_fresh(rows, watching, written):
            draft = Draft.of_new()
            draft.wanted.update({"owner": self.actor.person_id, **kept})
            if self.origin:
                draft.give({name: prepared.values.get(name) for name in self.origin})
            if self._passes(prepared, draft, watching, written):
                drafts[draft.id] = (prepared, draft)
        return drafts

    def _clean_fresh(
        self, rows: Sequence[Prepared], watching: Sequence[Watch], written: Written
    ) -> list[tuple[Prepared, dict[str, Any]]]:
        values = [self._given(one) for one in rows]
        for watch in watching:
            values = [dict(watch.filled(one)) for one in values]
        cleaned = self._clean(rows, values, written, new=True)
        return [pair for pair in cleaned if self._may_begin(*pair, written)]

    def _may_begin(self, prepared: Prepared, kept: Mapping[str, Any], written: Written) -> bool:
        """A record that was made elsewhere may be as far as its kind says."""
        entity = self.view.entity
        if not entity.state or kept.get(entity.state) in (None, *entity.brought):
            return True
        self._refuse(prepared, {entity.state: NotBrought(params={"field": entity.state})}, written)
        return False

    def _given(self, one: Prepared) -> dict[str, Any]:
        return {name: value for name, value in one.values.items() if value is not None and name not in self.passed}

    def _known(self, rows: Mapping[UUID, Prepared], written: Written) -> dict[UUID, tuple[Prepared, Draft]]:
        if not rows:
            return {}
        found = load_rows(model=self.view.entity.model, which=Q(id__in=list(rows)))
        refused = require_writable(actor=self.actor, view=self.view, ids=list(rows), names=self.names)
        open_rows = {
            record_id: one for record_id, one in rows.items() if record_id in found and record_id not in refused
        }
        for record_id, one in rows.items():
            if record_id not in open_rows:
                _blame(written, one, refused.get(record_id))
        values = [
            {
                name: value
                for name, value in one.values.items()
                if name not in self.passed and name not in self.once and (value is not None or self.order.clear)
            }
            for one in open_rows.values()
        ]
        ids = {one.row: record_id for record_id, one in open_rows.items()}
        watching = [one for one in watches(actor=self.actor, view=self.view, new=False) if one.concerns(self.names)]
        drafts = {}
        for prepared, kept in self._clean(list(open_rows.values()), values, written, new=False):
            draft = found[ids[prepared.row]]
            draft.wanted.update(kept)
            if self._passes(prepared, draft, watching, written):
                drafts[draft.id] = (prepared, draft)
        return drafts

    def _passes(self, prepared: Prepared, draft: Draft, watching: Sequence[Watch], written: Written) -> bool:
        """What the forms ask of an entry by hand holds for a row too."""
        if not watching:
            return True
        sent = [name for name in self.names if prepared.values.get(name) is not None or self.order.clear]
        problems = judged(found=watching, draft=draft, names=sent)
        if problems:
            self._refuse(prepared, problems, written)
        return not problems

    def _refuse(self, prepared: Prepared, problems: Mapping[str, AppError], written: Written) -> None:
        self._fault(prepared, problems)
        written.entries.append(Entry.refused(prepared.row, prepared.faults))

    def _fault(self, prepared: Prepared, problems: Mapping[str, AppError]) -> None:
        for name, error in problems.items():
            prepared.faults.append((self._target_of(name), Fault(error.code, _plain(error.params))))

    def _clean(
        self, rows: Sequence[Prepared], values: Sequence[dict[str, Any]], written: Written, *, new: bool
    ) -> list[tuple[Prepared, dict[str, Any]]]:
        if not rows:
            return []
        cleaned, refused = clean_rows(actor=self.actor, view=self.view, rows=values, nameable=self.nameable, new=new)
        for number, problems in refused.items():
            self._refuse(rows[number], problems, written)
        return [
            (one, kept) for number, (one, kept) in enumerate(zip(rows, cleaned, strict=True)) if number not in refused
        ]

    def _write(self, drafts: dict[UUID, tuple[Prepared, Draft]], written: Written) -> None:
        if not drafts:
            return
        try:
            with transaction.atomic():
                touches = write_checked(self.actor, self.view, [draft for _, draft in drafts.values()])
                self._judge([record_id for record_id, (_, draft) in drafts.items() if draft.is_new])
        except _RowsToBlame as blame:
            for record_id, error in blame.refused.items():
                _blame(written, drafts[record_id][0], error)
            self._write({one: pair for one, pair in drafts.items() if one not in blame.refused}, written)
            return
        except AppError as error:
            self._halve(drafts, error, written)
            return
        written.touches |= touches
        for record_id, (prepared, draft) in drafts.items():
            became: Became = "created" if draft.is_new else "updated" if record_id in touches else "unchanged"
            alike = draft.is_new and prepared.like
            written.entries.append(
                Entry.like(prepared.row, "alike", alike) if alike else Entry.of(prepared.row, became, record_id)
            )

    def _halve(self, drafts: dict[UUID, tuple[Prepared, Draft]], error: AppError, written: Written) -> None:
        pairs = list(drafts.items())
        if len(pairs) == 1:
            _blame(written, pairs[0][1][0], error)
            return
        middle = len(pairs) // 2
        self._write(dict(pairs[:middle]), written)
        self._write(dict(pairs[middle:]), written)

    def _judge(self, made: list[UUID]) -> None:
        """New records must be ones that this person may write, as `create_records` has it."""
        if not made or ("owner" not in self.names and own_suffices(view=self.view, names=self.names)):
            return
        refused = require_writable(actor=self.actor, view=self.view, ids=made, names=self.names)
        if refused:
            raise _RowsToBlame(refused)

    def _target_of(self, name: str) -> str:
        return next((key for key in self.order.used if key == name or _field_of(self.targets[key]) == name), name)


def _refused(prepared: Prepared, code: str, **params: Any) -> tuple[Became, UUID | None]:
    prepared.refuse(None, code, **params)
    return "refused", None


def _field_of(target: Target) -> str:
    return target.link.name if target.link else target.key


def _blame(written: Written, prepared: Prepared, error: AppError | None) -> None:
    code, params = (error.code, _plain(error.params)) if error else ("unknown_record", {})
    prepared.faults.append((str(params.get("field") or "") or None, Fault(code, params)))
    written.entries.append(Entry.refused(prepared.row, prepared.faults))


def _plain(params: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in params.items() if isinstance(value, str | int)}
