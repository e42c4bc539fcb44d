"""Ask for a file to be installed: the run and its steps are put down, and a worker goes through them."""

from collections.abc import Mapping
from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.packs.file import PackDocument
from chezhan.catalogue.packs.files import find_document, keep_file
from chezhan.catalogue.packs.models import InstalledPack, PackRun, PackStep
from chezhan.catalogue.packs.planning import Choices, Plan, plan_of
from chezhan.catalogue.packs.queueing import queue
from chezhan.catalogue.packs.refusals import PackBusy, PackNothingNew, PackPlanChanged, PackUnsettled
from chezhan.catalogue.packs.shipped import shipped_packs


def plan_install(*, actor: Actor, pack: str = "", file_id: UUID | None = None, choices: Choices | None = None) -> Plan:
    """Nothing is written. Raises Forbidden, UnknownPack, BadPackItem, BadPackReference."""
    require_designer(actor=actor)
    document = find_document(pack=pack, file_id=file_id)
    return plan_of(actor=actor, document=document, language=language_for(actor, document), choices=choices)


def request_install(
    *, actor: Actor, pack: str = "", file_id: UUID | None = None, choices: Choices | None = None, mark: str = ""
) -> PackRun:
    """`mark`: of the plan that the person saw; empty for one who did not look. Raises as plan_install, and
    PackPlanChanged, PackUnsettled while a conflict has no choice, PackNothingNew, PackBusy.
    """
    require_designer(actor=actor, writes=True)
    plan = plan_install(actor=actor, pack=pack, file_id=file_id, choices=choices)
    if mark and mark != plan.mark:
        raise PackPlanChanged
    if plan.open:
        raise PackUnsettled(params={"count": plan.open})
    if not _has_work(plan):
        raise PackNothingNew
    return put_down(actor=actor, plan=plan, choices=choices or {})


def put_down(*, actor: Actor, plan: Plan, choices: Mapping[str, Mapping[str, str]], automatic: bool = False) -> PackRun:
    """Raises PackBusy."""
    document = plan.document
    run = PackRun(
        file=keep_file(actor=actor, document=document, shipped=_ships(document)),
        language=language_for(actor, document),
        automatic=automatic,
        before=InstalledPack.objects.filter(key=document.pack).values_list("file__version", flat=True).first(),
        total=len(plan.items),
        by=actor.person_id,
        by_name=actor.person_name[:120],
    )
    try:
        with transaction.atomic():
            run.save(force_insert=True)
    except IntegrityError as error:
        if "pack_run_one_at_a_time" in str(error):
            raise PackBusy from error
        raise
    PackStep.objects.bulk_create(
        PackStep(
            run=run,
            number=number,
            part=one.item.part,
            key=one.item.key,
            choices=dict(choices.get(one.item.path, {})),
        )
        for number, one in enumerate(plan.items)
    )
    queue(store=actor.in_store, run_id=run.id)
    return run


def language_for(actor: Actor, document: PackDocument) -> str:
    """What is installed goes on in the language that it has."""
    known = InstalledPack.objects.filter(key=document.pack).values_list("language", flat=True).first()
    return known or actor.language


def _has_work(plan: Plan) -> bool:
    installed = InstalledPack.objects.filter(key=plan.document.pack).select_related("file").first()
    if installed is None or installed.file.digest != plan.document.digest:
        return True
    return any(
        one.decision.writes or (one.decision.merged is not None and one.decision.merged.conflicts) for one in plan.items
    )


def _ships(document: PackDocument) -> bool:
    known = shipped_packs().get(document.pack)
    return known is not None and known.digest == document.digest
