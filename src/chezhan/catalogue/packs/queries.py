"""What designers see of packs: what is installed, how each item fares, what is under way, what could be installed."""

from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.packs.deciding import base_of, content_of, part_of
from chezhan.catalogue.packs.file import PackDocument, PackFileItem, document_of
from chezhan.catalogue.packs.merging import NOTHING, differences
from chezhan.catalogue.packs.models import InstalledPack, PackFile, PackItem, PackRun
from chezhan.catalogue.packs.planning import Plan, Planned, ids_of, rows_of
from chezhan.catalogue.packs.references import symbolic
from chezhan.catalogue.packs.refusals import CHANGED_MEANWHILE, UnknownPack, UnknownPackRun
from chezhan.catalogue.packs.shipped import shipped_packs

FILES = 20


def list_packs(*, actor: Actor) -> dict[str, Any]:
    """Installed ones; those that ship for this trade and are not installed; what is under way or was last."""
    require_designer(actor=actor)
    rows = list(InstalledPack.objects.select_related("file").order_by("key"))
    run = PackRun.objects.select_related("file").order_by("-at", "-id").first()
    shipped = shipped_packs()
    offered = [one for key, one in shipped.items() if key == actor.in_store.pack and key not in {r.key for r in rows}]
    return {
        "installed": [_installed(row, shipped.get(row.key)) for row in rows],
        "offered": [_head(one) for one in offered],
        "run": None if run is None else run_as_json(run),
    }


def read_pack(*, actor: Actor, key: str) -> dict[str, Any]:
    """The installed pack with its items, and the files by which it could be brought to another version. Raises
    UnknownPack.
    """
    require_designer(actor=actor)
    row = InstalledPack.objects.select_related("file").filter(key=key).first()
    if row is None:
        raise UnknownPack
    document, rows = document_of(row.file.content), rows_of(key)
    ids = ids_of(rows)
    items = [_item(actor, item, rows.get(item.path), ids, row.language) for item in document.items]
    files = PackFile.objects.filter(pack=key).exclude(id=row.file_id).order_by("-version", "-at")[:FILES]
    return _installed(row, shipped_packs().get(key)) | {"items": items, "files": [_file(one) for one in files]}


def read_run(*, actor: Actor, run_id: UUID) -> dict[str, Any]:
    require_designer(actor=actor)
    run = PackRun.objects.select_related("file").filter(id=run_id).first()
    if run is None:
        raise UnknownPackRun
    document = document_of(run.file.content)
    steps = []
    for step in run.steps.exclude(outcome="").order_by("number"):
        item = document.by_path.get(step.path)
        told = {"part": step.part, "key": step.key, "outcome": step.outcome, "code": step.code, "params": step.params}
        steps.append(told | {"name": item.name.model_dump() if item else None})
    return run_as_json(run) | {"steps": steps}


def run_as_json(run: PackRun) -> dict[str, Any]:
    return {
        "id": run.id,
        "pack": run.file.pack,
        "file": run.file_id,
        "version": run.file.version,
        "before": run.before,
        "status": run.status,
        "automatic": run.automatic,
        "done": run.done,
        "total": run.total,
        "code": run.code,
        "at": run.at,
        "ended_at": run.ended_at,
        "by_name": run.by_name,
    }


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """Only items of which there is something to say come with their differences."""
    return {
        **_head(plan.document),
        "mark": plan.mark,
        "open": plan.open,
        "items": [_planned(one) for one in plan.items],
    }


def _planned(one: Planned) -> dict[str, Any]:
    decision = one.decision
    merged = decision.merged
    after = merged.value if merged is not None and decision.action in ("change", "hold") else None
    changes = differences(before=decision.mine, after=after) if after is not None and decision.mine is not None else []
    clashes = merged.conflicts if merged is not None else ()
    return _about(one.item) | {
        "action": decision.action,
        "code": decision.code,
        "made": decision.made,
        "mine": decision.mine,
        "theirs": decision.theirs,
        "result": after,
        "changes": [
            {"path": each.path, "before": _shown(each.before), "after": _shown(each.after)} for each in changes
        ],
        "conflicts": [
            {"path": each.path, "base": _shown(each.base), "mine": _shown(each.mine), "theirs": _shown(each.theirs)}
            for each in clashes
        ],
    }


def _item(actor: Actor, item: PackFileItem, row: PackItem | None, ids: dict[str, str], language: str) -> dict[str, Any]:
    """`state`: shipped (as the pack has it), changed, draft (work under way that is not in force), off, removed,
    refused (never made), pending (made, and not in force).
    """
    told = _about(item) | {"code": row.code if row else "", "params": row.params if row else {}, "changes": []}
    made = row.made if row is not None else ""
    held = part_of(item).read(actor=actor, made=made) if made else None
    if row is None or not made:
        return told | {"made": "", "state": "refused"}
    if held is None:
        return told | {"made": "", "state": "removed"}
    base = base_of(item, row) or content_of(item, language=language)
    mine = {"name": held.name, "body": symbolic(dict(held.body), ids)}
    changes = [
        {"path": one.path, "before": _shown(one.before), "after": _shown(one.after)}
        for one in differences(before=base, after=mine)
    ]
    state = "changed" if changes else "shipped"
    pending = row.state == PackItem.State.DRAFTED and not held.settled
    # What somebody has put right since is not told any more.
    if not pending and row.state != PackItem.State.REFUSED and (row.code != CHANGED_MEANWHILE and held.settled):
        told["code"] = ""
    if pending:
        state = "pending"
    elif not held.on and item.enabled:
        state = "off"
    elif not held.settled:
        state = "draft"
    return told | {"made": made, "state": state, "on": held.on, "changes": changes}


def _about(item: PackFileItem) -> dict[str, Any]:
    return {
        "part": item.part,
        "key": item.key,
        "of": item.of,
        "default": item.default,
        "name": item.name.model_dump(),
    }


def _installed(row: InstalledPack, shipped: PackDocument | None) -> dict[str, Any]:
    newer = shipped is not None and shipped.version > row.file.version
    return _head(document_of(row.file.content)) | {
        "at": row.at,
        "by_name": row.by_name,
        "shipped": row.file.shipped,
        "newer": shipped.version if shipped is not None and newer else None,
    }


def _head(document: PackDocument) -> dict[str, Any]:
    return {
        "key": document.pack,
        "version": document.version,
        "name": document.name.model_dump(),
        "about": document.about.model_dump(),
        "count": len(document.items),
    }


def _file(row: PackFile) -> dict[str, Any]:
    return {"id": row.id, "pack": row.pack, "version": row.version, "at": row.at, "shipped": row.shipped}


def _shown(value: Any) -> Any:
    return None if value is NOTHING else value
