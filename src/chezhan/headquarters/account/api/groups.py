from ninja import Router, Schema, Status

from billing.contracts import GroupPlan
from chezhan.access import ActorRequest
from chezhan.headquarters.account.contracts import NewGroup, StoreCard
from chezhan.headquarters.account.queries.plan import read_plan
from chezhan.headquarters.account.services.groups import add_store, create_group, rename_store
from chezhan.kernel import clock

router = Router()


class GroupDraft(Schema):
    name: str
    pack: str
    store_name: str


class StoreDraft(Schema):
    name: str
    pack: str


class StoreChange(Schema):
    name: str


@router.post("groups", response={201: NewGroup}, operation_id="create_group")
def create(request: ActorRequest, body: GroupDraft):
    return Status(201, create_group(actor=request.actor, **body.dict(), now=clock.now(), today=clock.today()))


@router.post("groups/{group}/stores", response={201: StoreCard}, operation_id="add_store")
def add(request: ActorRequest, group: str, body: StoreDraft):
    return Status(201, add_store(actor=request.actor, group=group, **body.dict()))


@router.patch("groups/{group}/stores/{store}", response=StoreCard, operation_id="rename_store")
def rename(request: ActorRequest, group: str, store: str, body: StoreChange):
    return rename_store(actor=request.actor, group=group, store=store, name=body.name)


@router.get("groups/{group}/plan", response=GroupPlan, operation_id="read_plan")
def plan(request: ActorRequest, group: str):
    return read_plan(actor=request.actor, group=group, now=clock.now(), today=clock.today())
