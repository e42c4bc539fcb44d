"""Requests to a store, and policies set for a test."""

from dataclasses import replace

import pytest

from chezhan.access.rights import FieldRight, Policy, policy_as_json
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.policies.setting import checked_change, set_policies
from tenants.context import tenant_context
from tests.factories.showroom import showroom

__all__ = ["showroom"]


@pytest.fixture
def ask(sign_in):
    """ask("manager", "POST", "records/customer", {...}, 201) → the answer's JSON; store north unless said."""

    def _ask(who, method, path, body=None, status=200, *, store="north", **headers):
        client = sign_in(who, store=store)
        extra = {} if body is None else {"data": body, "content_type": "application/json"}
        response = getattr(client, method.lower())(f"/api/store/{path}", **extra, headers=headers)
        assert response.status_code == status, response.content.decode()
        return response.json() if response.content else None

    return _ask


@pytest.fixture
def make(ask):
    """make("manager", name="李雷") → the new customer's record."""

    def _make(who="manager", **values):
        return ask(who, "POST", "records/customer", {"values": {"name": "李雷", **values}}, 201)["record"]

    return _make


@pytest.fixture
def set_policy(showroom):
    """set_policy("sales_advisor", "customer", fields={"phone": Right.HIDDEN}, actions={...}, rows=…) in north."""

    def _set(role, entity, *, fields=None, **changes):
        store = showroom.stores["north"]
        shipped: Policy = shipped_policy(role, entity)
        told = dict(shipped.fields) | {name: FieldRight(right) for name, right in (fields or {}).items()}
        policy = replace(shipped, fields=told, **changes)
        actor = showroom.actor("manager", store="north")
        with tenant_context(store):
            change = checked_change(actor=actor, role=role, entity=entity, data=policy_as_json(policy))
            set_policies(actor=actor, changes=[change])

    return _set
