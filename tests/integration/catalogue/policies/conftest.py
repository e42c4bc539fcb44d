"""Asking the API as one of the cast, and policies in a few words."""

import json
from collections.abc import Callable

import pytest

ACTIONS = ["assign", "bulk", "comment", "create", "delete", "export", "export_personal", "reveal"]


@pytest.fixture
def ask(sign_in) -> Callable:
    """ask("manager", "get", "policies", store="north", status=200) → the answer's JSON."""

    def _ask(who: str, method: str, path: str, body=None, *, store="north", status=200, headers=None, **params):
        client = sign_in(who, store=store)
        if method == "get":
            answer = client.get(f"/api/store/{path}", params, headers=headers)
        else:
            send = getattr(client, method)
            answer = send(f"/api/store/{path}", body, content_type="application/json", headers=headers)
        assert answer.status_code == status, answer.content.decode()
        return answer.json() if answer.content else None

    return _ask


def rule(field, operator, value=None) -> dict:
    return {"field": field, "operator": operator, "value": value}


def group(*rules, combinator="and") -> dict:
    return {"combinator": combinator, "rules": list(rules)}


def policy(usual="read", personal=None, *, rows="store", met=None, fields=None, actions=(), opened=True) -> dict:
    """The JSON of a policy. `fields`: name → right, or (right, own). `met`: the rules that records must meet."""

    def shape(right):
        right, own = right if isinstance(right, tuple) else (right, None)
        return {"right": right, "own": own}

    return {
        "rows": {"reach": "predicate" if met else rows, "predicate": json.dumps(group(*met)) if met else ""},
        "usual": shape(usual),
        "personal": shape(personal or usual),
        "fields": {name: shape(right) for name, right in (fields or {}).items()},
        "actions": list(actions),
        "opened": opened,
    }


def cell(matrix: dict, *, role: str, entity: str) -> dict:
    kind = next(one for one in matrix["entities"] if one["name"] == entity)
    return next(one for one in kind["policies"] if one["role"] == role)
