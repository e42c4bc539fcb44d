"""/api/hq/<group>/ceilings."""

from ninja import Path, Router, Schema

from chezhan.access import ActorRequest
from chezhan.catalogue.policies.schemas import EffectOut, PolicyEntityOut, PolicyShape
from chezhan.headquarters.ceilings import queries, services

router = Router(tags=["ceilings"])


class StoreCeilings(Schema):
    slug: str
    name: str
    ceilings: dict[str, PolicyShape]


class Ceilings(Schema):
    """`group`: what holds in all stores, those to come too; `stores`: what holds in each."""

    entities: list[PolicyEntityOut]
    group: dict[str, PolicyShape]
    stores: list[StoreCeilings]


class CeilingDraft(Schema):
    """`stores`: slugs; null for the whole group and its stores to come."""

    policy: PolicyShape
    stores: list[str] | None = None


class CeilingEnd(Schema):
    stores: list[str] | None = None


class CeilingTrial(Schema):
    """`policy`: null for none."""

    store: str
    policy: PolicyShape | None


class CeilingOutcome(Schema):
    """`code`: empty where the ceiling holds now, else why it was refused there."""

    store: str
    name: str
    code: str
    message: str


@router.get("", response=Ceilings, operation_id="read_ceilings")
def read(request: ActorRequest, group: Path[str], store: str = ""):
    return queries.read_ceilings(actor=request.actor, store=store)


@router.put("/{entity}", response=list[CeilingOutcome], operation_id="set_ceiling")
def put(request: ActorRequest, group: Path[str], entity: str, body: CeilingDraft):
    policy = body.policy.model_dump()
    return services.put_ceiling(actor=request.actor, entity=entity, data=policy, stores=body.stores)


@router.post("/{entity}/remove", response=list[CeilingOutcome], operation_id="remove_ceiling")
def remove(request: ActorRequest, group: Path[str], entity: str, body: CeilingEnd):
    return services.put_ceiling(actor=request.actor, entity=entity, data=None, stores=body.stores)


@router.post("/{entity}/preview", response=list[EffectOut], operation_id="preview_ceiling")
def preview(request: ActorRequest, group: Path[str], entity: str, body: CeilingTrial):
    data = body.policy and body.policy.model_dump()
    return queries.preview(actor=request.actor, store=body.store, entity=entity, data=data)
