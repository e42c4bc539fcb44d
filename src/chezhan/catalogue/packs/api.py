"""/api/store/design/packs: what is installed, what installing would do, and installing, which a worker does."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.catalogue.packs import exporting, files, queries, requesting, schemas

router = Router(tags=["packs"])


@router.get("", response=schemas.PacksOut, operation_id="list_packs")
def list_packs(request: ActorRequest):
    return queries.list_packs(actor=request.actor)


@router.post("/files", response={201: schemas.PackFileOut}, operation_id="bring_pack_file")
def bring_file(request: ActorRequest, body: schemas.PackTextIn):
    """Checked whole and kept; nothing is made of it yet."""
    return Status(201, files.bring_file(actor=request.actor, text=body.text))


@router.post("/plan", response=schemas.PackPlanOut, operation_id="plan_pack")
def plan_pack(request: ActorRequest, body: schemas.PackWhichIn):
    """What installing would do, item by item. Nothing is written."""
    return queries.plan_as_json(
        requesting.plan_install(actor=request.actor, pack=body.pack, file_id=body.file, choices=body.choices)
    )


@router.post("/install", response={202: schemas.PackRunOut}, operation_id="install_pack")
def install_pack(request: ActorRequest, body: schemas.PackInstallIn):
    """A worker goes through it; ask for the run to see how far it is."""
    run = requesting.request_install(
        actor=request.actor, pack=body.pack, file_id=body.file, choices=body.choices, mark=body.mark
    )
    return Status(202, queries.run_as_json(run))


@router.get("/runs/{uuid:pack_run_id}", response=schemas.PackRunWholeOut, operation_id="get_pack_run")
def get_run(request: ActorRequest, pack_run_id: UUID):
    return queries.read_run(actor=request.actor, run_id=pack_run_id)


@router.get("/export", operation_id="export_pack")
def export_pack(request: ActorRequest):
    """All that the store has of its own, as one file. No record of anybody is in it."""
    text = exporting.export_pack(actor=request.actor)
    answer = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{request.actor.in_store.slug}.yaml"'
    return answer


@router.get("/{pack_key}", response=schemas.PackOut, operation_id="get_pack")
def get_pack(request: ActorRequest, pack_key: str):
    return queries.read_pack(actor=request.actor, key=pack_key)
