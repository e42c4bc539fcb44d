"""/api/store: what exists in a store, and its records. Each call runs inside the store's transaction."""

from django.http import HttpResponse
from ninja import Router

from chezhan.access import ActorRequest
from chezhan.catalogue import schemas
from chezhan.catalogue.describe import describe_entities, describe_periods
from chezhan.catalogue.duties.api import router as duties_router
from chezhan.catalogue.handing_over.api import router as hand_overs_router
from chezhan.catalogue.home import read_home
from chezhan.catalogue.importing.api import on_records as imports_of_records
from chezhan.catalogue.importing.api import router as imports_router
from chezhan.catalogue.notices.api import router as notices_router
from chezhan.catalogue.notices.api import waiting as waiting_router
from chezhan.catalogue.openapi.api import router as openapi_router
from chezhan.catalogue.particulars.api import router as particulars_router
from chezhan.catalogue.policies.api import router as policies_router
from chezhan.catalogue.records.api import router as records_router
from chezhan.catalogue.records.bin.api import router as bin_router
from chezhan.catalogue.records.bulk.api import operations as operations_router
from chezhan.catalogue.records.bulk.api import router as bulk_router
from chezhan.catalogue.records.duplicates.api import router as duplicates_router
from chezhan.catalogue.records.exports.api import router as exports_router
from chezhan.catalogue.records.files.api import router as files_router
from chezhan.catalogue.records.finding.api import router as search_router
from chezhan.catalogue.records.grouping.api import router as grouping_router
from chezhan.catalogue.records.memory.api import router as memory_router
from chezhan.catalogue.records.people import router as people_router
from chezhan.catalogue.records.personal.api import router as personal_router
from chezhan.catalogue.records.revealing.api import router as revealing_router
from chezhan.catalogue.records.saved.api import router as views_router
from chezhan.catalogue.records.talk.api import comments, on_records, tags
from chezhan.catalogue.records.timeline.api import router as timeline_router
from chezhan.catalogue.records.trail.api import router as trail_router
from chezhan.catalogue.records.verbs.api import router as verbs_router
from chezhan.catalogue.retention.api import router as retention_router
from chezhan.catalogue.retention.rules.api import router as retention_rules_router
from chezhan.catalogue.worktime.api import router as worktime_router

router = Router(tags=["store"])
router.add_router("/records", records_router)
router.add_router("", policies_router)
router.add_router("/records", bulk_router)
router.add_router("/records", verbs_router)
router.add_router("/records", grouping_router)
router.add_router("", openapi_router)
router.add_router("/operations", operations_router)
router.add_router("/bin", bin_router)
router.add_router("/files", files_router)
router.add_router("/views", views_router)
router.add_router("/people", people_router)
router.add_router("/duties", duties_router)
router.add_router("/records", exports_router)
router.add_router("/records", on_records)
router.add_router("/records", timeline_router)
router.add_router("/records", revealing_router)
router.add_router("/audit", trail_router)
router.add_router("/records", personal_router)
router.add_router("/records", imports_of_records)
router.add_router("/imports", imports_router)
router.add_router("/comments", comments)
router.add_router("/tags", tags)
router.add_router("/search", search_router)
router.add_router("/memory", memory_router)
router.add_router("/duplicates", duplicates_router)
router.add_router("/worktime", worktime_router)
router.add_router("/particulars", particulars_router)
router.add_router("/retention", retention_router)
router.add_router("/retention", retention_rules_router)
router.add_router("/hand-overs", hand_overs_router)
router.add_router("/notices", notices_router)
router.add_router("/waiting", waiting_router)


@router.get("/home", response=schemas.HomeOut, operation_id="get_store_home")
def get_store_home(request: ActorRequest):
    return read_home(actor=request.actor, store=request.actor.in_store)


@router.get("/entities", response=list[schemas.EntityOut], operation_id="list_entities")
def list_entities(request: ActorRequest):
    return HttpResponse(describe_entities(actor=request.actor), content_type="application/json; charset=utf-8")


@router.get("/periods", response=list[schemas.NamedPeriodOut], operation_id="list_periods")
def list_periods(request: ActorRequest):
    return describe_periods()
