"""Many records at one go: preview, carry out, list one's operations, undo."""

from collections import Counter
from uuid import UUID

from ninja import Router

from chezhan.access import ActorRequest
from chezhan.catalogue.records.bulk import schemas
from chezhan.catalogue.records.bulk.services import carry_out, preview_order
from chezhan.catalogue.records.bulk.undoing import list_operations, undo_operation

router = Router(tags=["records"])
operations = Router(tags=["records"])


def _refused(counted: Counter[tuple[str, str, str]]) -> list[dict[str, object]]:
    return [
        {"code": code, "field": field, "message": message, "records": records}
        for (code, field, message), records in counted.most_common()
    ]


@router.post("/{entity}/bulk/preview", response=schemas.BulkPreviewOut, operation_id="preview_bulk")
def preview(request: ActorRequest, entity: str, body: schemas.BulkOrderIn):
    """What would be done, to how many, and what would be refused; nothing is written."""
    found = preview_order(actor=request.actor, entity=entity, order=body.as_order())
    return {
        "chosen": found.chosen,
        "allowed": len(found.judged.allowed),
        "refused": _refused(found.judged.refused),
        "sample": [{"id": record_id, "title": title} for record_id, title in found.sample.items()],
    }


@router.post("/{entity}/bulk", response=schemas.BulkDoneOut, operation_id="carry_out_bulk")
def carry(request: ActorRequest, entity: str, body: schemas.BulkCarryOutIn):
    done = carry_out(actor=request.actor, entity=entity, order=body.as_order(), skip_refused=body.skip_refused)
    return {"operation_id": done.operation_id, "changed": done.changed, "refused": _refused(done.refused)}


@operations.get("", response=list[schemas.OperationOut], operation_id="list_operations")
def recent(request: ActorRequest):
    """One's own, the latest 50."""
    return list_operations(actor=request.actor)


@operations.post("/{uuid:operation_id}/undo", response=schemas.OperationUndoneOut, operation_id="undo_operation")
def undo(request: ActorRequest, operation_id: UUID):
    return undo_operation(actor=request.actor, operation_id=operation_id)
