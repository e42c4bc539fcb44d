"""Let records go that a rule met and that nothing keeps, and write down how far that has come, in one transaction.

What was judged before is judged anew under the lock: whoever begins something with a record meanwhile keeps it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, transaction

from chezhan.access import Actor
from chezhan.catalogue.bulk.references import referred
from chezhan.catalogue.records.personal.erasing import erase_within, lock_person, owning
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.writes.refusals import StillReferred
from chezhan.catalogue.records.writes.removing import remove
from chezhan.catalogue.retention.rules.choosing import Met
from chezhan.catalogue.retention.rules.judging import CHANGED, GONE, judge
from chezhan.catalogue.retention.rules.models import RetentionRule, RetentionRun
from chezhan.kernel.errors import AppError
from tenants.roles import OWNER

REASON = "needless"


@dataclass(frozen=True, slots=True)
class Night:
    """A rule at work: `actor` acts for it, in the run `run_id`, with what it met at `now`."""

    actor: Actor
    rule: RetentionRule
    run_id: UUID
    met: Met
    now: dt.datetime

    def judge(self, *, using: str, record_ids: Collection[UUID]) -> dict[UUID, str]:
        met = self.met
        edge = None if self.rule.field else met.edge
        return judge(
            using=using, catalogue=met.catalogue, kind=met.kind, record_ids=record_ids, edge=edge, now=self.now
        )


def take_away(*, night: Night, found: Mapping[UUID, int], stays: Mapping[UUID, str], left: int) -> None:
    """Erase what is said of persons, `left` at most, each in a transaction of the owner's. `found`: id → version, in
    their order; `stays`: why some of them do.
    """
    for record_id, version in found.items():
        if left <= 0:
            return
        if why := stays.get(record_id):
            with owning(night.actor):
                _write_down(night.run_id, record_id, why, using=OWNER)
        else:
            left -= _take_one(night, record_id, version)


def _take_one(night: Night, record_id: UUID, version: int) -> bool:
    met, rule = night.met, night.rule
    try:
        with owning(night.actor):
            if not _reserve(night.run_id, record_id, using=OWNER):
                return False
            why = _judged_under_lock(night, record_id, version)
            if not why:
                erase_within(
                    actor=night.actor,
                    catalogue=met.catalogue,
                    entity=met.kind.name,
                    record_id=record_id,
                    reason=REASON,
                    by=rule.confirmed_by or rule.id,
                )
            _write_down(night.run_id, record_id, why, using=OWNER)
            return not why
    except AppError as error:
        # Somebody works on it, or too much hangs on it: it is left for another night.
        with owning(night.actor):
            _write_down(night.run_id, record_id, error.code, using=OWNER)
        return False


def _judged_under_lock(night: Night, record_id: UUID, version: int) -> str:
    kind = night.met.kind
    try:
        lock_person(kind=kind, record_id=record_id)
    except UnknownRecord:
        return GONE
    if not kind.model._default_manager.using(OWNER).filter(id=record_id, version=version).exists():
        return CHANGED
    return night.judge(using=OWNER, record_ids=[record_id]).get(record_id, "")


def move_to_bin(*, night: Night, found: Mapping[UUID, int], stays: Mapping[UUID, str], left: int) -> None:
    """As take_away, all of them in the store's transaction that is open."""
    with transaction.atomic():
        last = list(found)[-1]
        if not _reserve(night.run_id, last, using=DEFAULT_DB_ALIAS):
            return
        held = dict(stays)
        model = night.met.kind.model
        some = {id: version for id, version in found.items() if id not in held}
        rows = model._default_manager.filter(id__in=some).select_for_update()
        there = dict(rows.values_list("id", "version"))
        held |= {id: CHANGED if id in there else GONE for id, version in some.items() if there.get(id) != version}
        free = some.keys() - held.keys()
        held |= night.judge(using=DEFAULT_DB_ALIAS, record_ids=free)
        held |= {id: StillReferred.code for id in referred(model=model, ids=free - held.keys())}
        goes = [id for id in found if id not in held]
        if len(goes) > left:
            last = goes[left - 1]
            goes = goes[:left]
        if goes:
            remove(actor=night.actor, entity=night.met.kind.name, ids=goes, operation_id=night.run_id)
        passed = [why for id, why in held.items() if id <= last]
        _add(night.run_id, reached=last, gone=len(goes), held=passed, using=DEFAULT_DB_ALIAS)


def _reserve(run_id: UUID, record_id: UUID, *, using: str) -> bool:
    """Whether nobody has been at the record in this run. Others wait until the transaction ends."""
    run = RetentionRun.objects.using(using).select_for_update().get(id=run_id)
    going = run.outcome == RetentionRun.Outcome.GOING
    return going and (run.reached is None or run.reached < record_id)


def _write_down(run_id: UUID, record_id: UUID, why: str, *, using: str) -> None:
    if _reserve(run_id, record_id, using=using):
        _add(run_id, reached=record_id, gone=int(not why), held=[why] if why else [], using=using)


def _add(run_id: UUID, *, reached: UUID, gone: int, held: Collection[str], using: str) -> None:
    run = RetentionRun.objects.using(using).get(id=run_id)
    run.reached, run.gone = reached, run.gone + gone
    run.held = dict(Counter(run.held) + Counter(held))
    run.save(using=using, update_fields=["reached", "gone", "held"])
