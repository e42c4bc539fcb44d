"""Teams: people of one store who see each other's records where a policy says `team`."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.access.models import Team, TeamMember
from chezhan.catalogue.policies.refusals import BadTeam, LabelTaken, UnknownTeam
from chezhan.catalogue.policies.setting import changing
from tenants.directory import StoreRef
from tenants.lookup import members_of
from tenants.roles import OWNER

NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class TeamCard:
    id: UUID
    name: str
    people: tuple[UUID, ...]


def teams_of(*, actor: Actor) -> list[TeamCard]:
    """By name, without those who have left the store. Call in the store's transaction. Raises Forbidden."""
    require(actor=actor, permission="policy.write")
    here = members_of(store=actor.in_store)
    return [_card(team, here) for team in Team.objects.prefetch_related("members").order_by("name")]


def add_team(*, actor: Actor, name: str, people: Collection[UUID]) -> TeamCard:
    """Raises Forbidden, BadTeam (somebody who does not work here), LabelTaken."""
    require(actor=actor, permission="policy.write")
    with changing(actor.in_store):
        team = Team.objects.using(OWNER).create(name=_free_name(name))
        _put_members(team, people, actor.in_store)
    return TeamCard(id=team.id, name=team.name, people=tuple(sorted(set(people))))


def change_team(
    *, actor: Actor, team_id: UUID, name: str | None = None, people: Collection[UUID] | None = None
) -> TeamCard:
    """Set what is not None. Raises as add_team, and UnknownTeam (404)."""
    require(actor=actor, permission="policy.write")
    with changing(actor.in_store):
        team = Team.objects.using(OWNER).filter(id=team_id).first()
        if team is None:
            raise UnknownTeam
        if name is not None:
            team.name = _free_name(name, but=team_id)
            team.save(using=OWNER, update_fields=["name"])
        if people is not None:
            _put_members(team, people, actor.in_store)
        return _card(team, members_of(store=actor.in_store))


def remove_team(*, actor: Actor, team_id: UUID) -> None:
    """Its people stay; they see each other's records no more by it. Raises Forbidden, UnknownTeam."""
    require(actor=actor, permission="policy.write")
    with changing(actor.in_store):
        deleted, _ = Team.objects.using(OWNER).filter(id=team_id).delete()
        if not deleted:
            raise UnknownTeam


def _free_name(name: str, *, but: UUID | None = None) -> str:
    clean = " ".join(name.split())
    if not clean or len(clean) > NAME_LIMIT or not clean.isprintable():
        raise BadTeam(fields={"name": [BadTeam.message]})
    others = Team.objects.using(OWNER).filter(name__iexact=clean)
    if (others.exclude(id=but) if but else others).exists():
        raise LabelTaken(fields={"name": [LabelTaken.message]})
    return clean


def _put_members(team: Team, people: Collection[UUID], store: StoreRef) -> None:
    wanted = set(people)
    if wanted - members_of(store=store):
        raise BadTeam(fields={"people": [BadTeam.message]})
    there = TeamMember.objects.using(OWNER).filter(team=team)
    there.exclude(person_id__in=wanted).delete()
    known = set(there.values_list("person_id", flat=True))
    TeamMember.objects.using(OWNER).bulk_create(
        TeamMember(team=team, person_id=person) for person in sorted(wanted - known)
    )


def _card(team: Team, here: Collection[UUID]) -> TeamCard:
    people = sorted(one.person_id for one in team.members.all() if one.person_id in here)
    return TeamCard(id=team.id, name=team.name, people=tuple(people))
