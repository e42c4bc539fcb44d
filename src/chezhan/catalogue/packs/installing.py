"""One step of a run: an item is brought to what the merge of the moment says.

Two transactions: first the thing is drafted and known to be the pack's; then it is put into force. Killed between any
two statements, the same step done again ends the same.
"""

from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.catalogue.packs.deciding import Decision, decide, part_of, wanted_of
from chezhan.catalogue.packs.file import PackDocument, PackFileItem, document_of
from chezhan.catalogue.packs.models import InstalledPack, PackItem, PackRun, PackStep
from chezhan.catalogue.packs.parts import Json
from chezhan.catalogue.packs.planning import ids_of, rows_of
from chezhan.catalogue.packs.refusals import CHANGED_MEANWHILE, NOT_MADE, BadPackReference, PackItemStays
from chezhan.kernel.errors import AppError

State, Outcome = PackItem.State, PackStep.Outcome
PERMISSION = "catalogue.design"
NOTE = "{pack} {version}"


@dataclass(frozen=True, slots=True)
class Job:
    """`contents`: what the file gives, by item."""

    run: PackRun
    document: PackDocument
    contents: dict[str, Json]

    @property
    def note(self) -> str:
        return NOTE.format(pack=self.document.name.told(self.run.language), version=self.document.version)


def draft_item(*, actor: Actor, job: Job, step: PackStep) -> Decision:
    """The first of the two. Raises what the part raises; then nothing is written."""
    require(actor=actor, permission=PERMISSION)
    item = _item_of(job, step)
    part, rows = part_of(item), rows_of(job.document.pack)
    row, ids = rows.get(item.path), ids_of(rows)
    theirs = job.contents.get(item.path)
    if row is not None and row.state == State.DROPPED and theirs is not None:
        part.switch(actor=actor, made=row.made, on=True)
        row.state = State.MADE
        row.save(update_fields=["state"])
    decision = decide(actor=actor, item=item, row=row, theirs=theirs, ids=ids, choices=step.choices)
    if decision.open and not job.run.automatic:
        return Decision("hold", made=decision.made, code=CHANGED_MEANWHILE)
    if decision.action in ("make", "change"):
        assert decision.merged is not None
        wanted = wanted_of(item, content=decision.merged.value, ids=ids)
        made = part.draft(actor=actor, wanted=wanted, made=decision.made or None)
        _put(job, item, made=made, state=State.DRAFTED)
    return decision


def settle_item(*, actor: Actor, job: Job, step: PackStep, decision: Decision) -> None:
    """The second. Raises what the part raises; what was drafted then stays a draft."""
    item = _item_of(job, step)
    part = part_of(item)
    row = PackItem.objects.filter(pack=job.document.pack, part=item.part, key=item.key).first()
    if decision.action in ("make", "change"):
        assert row is not None
        part.settle(actor=actor, made=row.made, note=job.note)
        # For the first time, whether or not a kill came between.
        if row.base is None and not item.enabled:
            part.switch(actor=actor, made=row.made, on=False)
    if decision.action == "drop":
        decision = _dropped(actor=actor, job=job, item=item, decision=decision)
    elif decision.action == "hold":
        _put(job, item, made=decision.made, code=decision.code, params={})
    elif decision.action != "leave":
        made = row.made if row is not None and row.made else decision.made
        _put(job, item, made=made, state=State.MADE, base=decision.theirs, code="", params={})
    _end(step, _OUTCOMES[decision.action], code=decision.code)


def _dropped(*, actor: Actor, job: Job, item: PackFileItem, decision: Decision) -> Decision:
    """What others still need stays, as the store's own."""
    try:
        part_of(item).switch(actor=actor, made=decision.made, on=False)
    except PackItemStays as stays:
        return Decision("leave", made=decision.made, code=stays.code)
    _put(job, item, state=State.DROPPED, code="", params={})
    return decision


_OUTCOMES = {
    "make": Outcome.MADE,
    "change": Outcome.CHANGED,
    "adopt": Outcome.ADOPTED,
    "keep": Outcome.KEPT,
    "gone": Outcome.GONE,
    "hold": Outcome.HELD,
    "drop": Outcome.DROPPED,
    "leave": Outcome.LEFT,
}


def refuse_item(*, job: Job, step: PackStep, error: AppError) -> None:
    """Says why, at the item and in the run; what was there stays as it was."""
    code = NOT_MADE if isinstance(error, BadPackReference) else error.code
    there = PackItem.objects.filter(pack=job.document.pack, part=step.part, key=step.key).first()
    drafted = there is not None and there.made and there.state == State.DRAFTED
    item = _item_of(job, step)
    _put(job, item, code=code, params=error.params, **({} if drafted else {"state": State.REFUSED}))
    _end(step, Outcome.REFUSED, code=code, params=error.params)


def finish(*, job: Job) -> None:
    """The store has this version from now on."""
    run = job.run
    values = {"file": run.file, "version": run.file.version, "by": run.by, "by_name": run.by_name, "at": run.at}
    InstalledPack.objects.update_or_create(
        key=job.document.pack, defaults=values, create_defaults=values | {"language": run.language}
    )


def _item_of(job: Job, step: PackStep) -> PackFileItem:
    found = job.document.by_path.get(step.path)
    if found is None:
        installed = InstalledPack.objects.select_related("file").get(key=job.document.pack)
        found = document_of(installed.file.content).by_path[step.path]
    return found


def _put(job: Job, item: PackFileItem, **values: object) -> None:
    PackItem.objects.update_or_create(
        pack=job.document.pack,
        part=item.part,
        key=item.key,
        defaults=values,
        create_defaults={"state": State.REFUSED} | values,
    )


def _end(step: PackStep, outcome: str, *, code: str = "", params: dict[str, object] | None = None) -> None:
    step.outcome, step.code, step.params = outcome, code, params or {}
    step.save(update_fields=["outcome", "code", "params"])


def next_step(run_id: UUID) -> PackStep | None:
    return PackStep.objects.filter(run_id=run_id, outcome="").order_by("number").first()
