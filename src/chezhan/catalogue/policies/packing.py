"""A store's own roles in packs, with what they may do."""

from collections.abc import Sequence
from dataclasses import replace

from chezhan.access import Actor, require
from chezhan.access.models import AccessPolicy
from chezhan.access.rights import policy_as_json, policy_of_json
from chezhan.catalogue.definitions.names import clean_label
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.catalogue.packs.refusals import BadPackItem, PackItemStays
from chezhan.catalogue.policies.roles import add_role, own_roles, relabel_role
from chezhan.catalogue.policies.setting import checked_change, set_policies
from tenants.owning import owner_context
from tenants.roles import OWNER

PERMISSION = "policy.write"
# A role that every store has, for what is checked of a policy alone.
ANY = "technician"


class Roles(PackPart):
    name = "role"
    permission = PERMISSION
    needs_kind = False

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        policies = wanted.body.get("policies", {})
        if set(wanted.body) - {"policies", "label"} or not isinstance(policies, dict):
            raise _bad("policies")
        told = wanted.body.get("label")
        label = Label(str(told.get("zh", "")), str(told.get("en", ""))) if isinstance(told, dict) else wanted.label
        found: Json = {}
        for entity, data in policies.items():
            try:
                found[entity] = policy_as_json(policy_of_json(data))
            except (KeyError, ValueError, TypeError, AttributeError):
                raise _bad(f"policies.{entity}"[:60]) from None
        return "", {"label": clean_label(label).as_json(), "policies": found}

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        label = wanted.body["label"]
        found = (one for one in own_roles(store=actor.in_store).values() if not one.retired)
        return next((one.key for one in found if one.label.as_json() == label), None)

    def read(self, *, actor: Actor, made: str) -> Held | None:
        require(actor=actor, permission=PERMISSION)
        role = own_roles(store=actor.in_store).get(made)
        if role is None or role.retired:
            return None
        with owner_context(actor.in_store):
            rows = AccessPolicy.objects.using(OWNER).filter(role=made).order_by("entity")
            policies = {row.entity: policy_as_json(policy_of_json(row.policy)) for row in rows}
        body = {"label": role.label.as_json(), "policies": policies}
        return Held(made, "", "", body, label=role.label)

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        label = Label(**wanted.body["label"])
        there = self.read(actor=actor, made=made) if made is not None else None
        before: Json = there.body["policies"] if there is not None else {}
        after: Json = wanted.body["policies"]
        # Before the role is there: nothing is made that could not be given its rights.
        changes = [
            checked_change(actor=actor, role=ANY, entity=entity, data=after.get(entity))
            for entity in {*before, *after}
            if before.get(entity) != after.get(entity)
        ]
        if made is None:
            made = add_role(actor=actor, label=label).key
        elif there is not None and there.label != label:
            relabel_role(actor=actor, key=made, label=label)
        if changes:
            set_policies(actor=actor, changes=[replace(change, role=made) for change in changes])
        return made

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        """People may hold it: it is given back by a person alone."""
        if not on:
            raise PackItemStays

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        found = (self.read(actor=actor, made=key) for key in own_roles(store=actor.in_store))
        return [one for one in found if one is not None]


def _bad(where: str) -> BadPackItem:
    return BadPackItem(params={"item": "", "where": where, "reason": "shape"})


ROLES = packs(Roles())
