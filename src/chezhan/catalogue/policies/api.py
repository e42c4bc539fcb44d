"""/api/store/policies, roles, teams: what the roles of a store may do. Writes run on the owner alias beside the
request's own transaction, and are in force with the next request.
"""

from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.catalogue.policies import schemas, teams
from chezhan.catalogue.policies.explain import explain_field
from chezhan.catalogue.policies.matrix import cells_after, read_matrix
from chezhan.catalogue.policies.preview import preview_policies
from chezhan.catalogue.policies.roles import OwnRole, add_role, relabel_role, retire_role
from chezhan.catalogue.policies.setting import Change, checked_change, set_policies

router = Router(tags=["policies"])
CELL = "/policies/{entity}/{role}"


@router.get("/policies", response=schemas.MatrixOut, operation_id="read_policies")
def read(request: ActorRequest):
    return read_matrix(actor=request.actor)


@router.post("/policies", response=list[schemas.CellOut], operation_id="set_policies")
def set_many(request: ActorRequest, body: schemas.ChangesIn):
    """All of them or none."""
    changes = _checked(request, body.changes)
    set_policies(actor=request.actor, changes=changes)
    return cells_after(actor=request.actor, changes=changes)


@router.post("/policies/preview", response=list[schemas.EffectOut], operation_id="preview_policies")
def preview(request: ActorRequest, body: schemas.ChangesIn):
    """What would change for whom; nothing does."""
    effects = preview_policies(actor=request.actor, changes=_checked(request, body.changes))
    return [effect.as_json() for effect in effects]


@router.get("/policies/explain", response=schemas.ExplanationOut, operation_id="explain_right")
def explain(request: ActorRequest, entity: str, field: str, person: UUID | None = None, roles: str = ""):
    """Of a person, or of whoever held `roles`, parted by commas."""
    held = [role for role in roles.split(",") if role]
    return explain_field(actor=request.actor, entity=entity, field=field, person_id=person, roles=held)


@router.put(CELL, response=schemas.CellOut, operation_id="set_policy")
def set_one(request: ActorRequest, entity: str, role: str, body: schemas.PolicyIn):
    change = schemas.ChangeIn(role=role, entity=entity, policy=body.policy, mark=body.mark)
    changes = _checked(request, [change])
    set_policies(actor=request.actor, changes=changes)
    return cells_after(actor=request.actor, changes=changes)[0]


@router.delete(CELL, response=schemas.CellOut, operation_id="reset_policy")
def reset_one(request: ActorRequest, entity: str, role: str):
    """Back to what ships."""
    changes = _checked(request, [schemas.ChangeIn(role=role, entity=entity, policy=None)])
    set_policies(actor=request.actor, changes=changes)
    return cells_after(actor=request.actor, changes=changes)[0]


@router.post("/roles", response={201: schemas.OwnRoleOut}, operation_id="add_role")
def add_one_role(request: ActorRequest, body: schemas.RoleIn):
    return Status(201, _role(add_role(actor=request.actor, label=body.label.label(), copy_of=body.copy_of)))


@router.patch("/roles/{role}", response=schemas.OwnRoleOut, operation_id="relabel_role")
def relabel(request: ActorRequest, role: str, body: schemas.RoleChangeIn):
    return _role(relabel_role(actor=request.actor, key=role, label=body.label.label()))


@router.delete("/roles/{role}", response={204: None}, operation_id="retire_role")
def retire(request: ActorRequest, role: str):
    retire_role(actor=request.actor, key=role)
    return Status(204, None)


@router.get("/teams", response=list[schemas.TeamOut], operation_id="list_teams")
def list_teams(request: ActorRequest):
    return teams.teams_of(actor=request.actor)


@router.post("/teams", response={201: schemas.TeamOut}, operation_id="add_team")
def add_team(request: ActorRequest, body: schemas.TeamIn):
    return Status(201, teams.add_team(actor=request.actor, name=body.name, people=body.people))


@router.patch("/teams/{uuid:team_id}", response=schemas.TeamOut, operation_id="change_team")
def change_team(request: ActorRequest, team_id: UUID, body: schemas.TeamChangeIn):
    return teams.change_team(actor=request.actor, team_id=team_id, name=body.name, people=body.people)


@router.delete("/teams/{uuid:team_id}", response={204: None}, operation_id="remove_team")
def remove_team(request: ActorRequest, team_id: UUID):
    teams.remove_team(actor=request.actor, team_id=team_id)
    return Status(204, None)


def _checked(request: ActorRequest, changes: list[schemas.ChangeIn]) -> list[Change]:
    return [
        checked_change(
            actor=request.actor,
            role=one.role,
            entity=one.entity,
            data=one.policy and one.policy.model_dump(),
            mark=one.mark,
        )
        for one in changes
    ]


def _role(role: OwnRole) -> dict[str, object]:
    return {"key": role.key, "label": role.label.as_json(), "retired": role.retired}
