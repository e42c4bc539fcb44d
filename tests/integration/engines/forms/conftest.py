"""A store in which forms are made, over HTTP as designers and colleagues do."""

from collections.abc import Callable
from typing import Any

import pytest

DESIGN, RECORDS, FORMS = "/api/store/design/forms", "/api/store/records", "/api/store/forms"
COMPANY = {"group": {"combinator": "and", "rules": [{"field": "kind", "operator": "=", "value": "company"}]}}


class Colleague:
    """A person of the north store, asking."""

    def __init__(self, client) -> None:
        self.client = client

    def ask(self, method: str, path: str, body: Any = None, *, status: int = 200) -> Any:
        told = {} if body is None else {"data": body, "content_type": "application/json"}
        answer = getattr(self.client, method)(path, **told)
        assert answer.status_code == status, answer.content.decode()
        return answer.json() if answer.content else None

    def create(self, entity: str, status: int = 201, **values: Any) -> Any:
        return self.ask("post", f"{RECORDS}/{entity}", {"values": values}, status=status)

    def change(self, entity: str, record: Any, status: int = 200, **values: Any) -> Any:
        body = {"version": record["version"], "values": values}
        return self.ask("patch", f"{RECORDS}/{entity}/{record['id']}", body, status=status)


class Designer(Colleague):
    def begin(self, name: str = "表单", *, entity: str = "customer", **members: Any) -> Any:
        return self.ask("post", DESIGN, {"entity": entity, "name": name, **members}, status=201)

    def save(self, draft: Any, *fields: Any, status: int = 200, **members: Any) -> Any:
        """With these parts in one section."""
        body = {"draft_version": draft["draft_version"], **members}
        if fields:
            section = {"id": "s1", "parts": list(fields)}
            body["layout"] = {"tabs": [{"id": "t1", "sections": [section]}]}
        return self.ask("patch", f"{DESIGN}/{draft['id']}", body, status=status)

    def publish(self, draft: Any, status: int = 200) -> Any:
        body = {"draft_version": draft["draft_version"]}
        return self.ask("post", f"{DESIGN}/{draft['id']}/publish", body, status=status)

    def put(self, *fields: Any, name: str = "表单", entity: str = "customer", **members: Any) -> Any:
        """A form of these fields, in force; its draft is answered."""
        draft = self.save(self.begin(name, entity=entity, **members), *fields)
        self.publish(draft)
        return draft

    def problems(self, draft: Any) -> list[Any]:
        return self.ask("get", f"{DESIGN}/{draft['id']}/check")["problems"]


def field(name: str, **members: Any) -> dict[str, Any]:
    return {"kind": "field", "id": f"f_{name}", "field": name, **members}


NAME = field("name")


def told(answer: Any) -> dict[str, str]:
    """Field → code of a refusal."""
    return {row["field"]: row["code"] for row in answer["params"]["rows"]}


@pytest.fixture
def designer(sign_in) -> Designer:
    return Designer(sign_in("manager", store="north"))


@pytest.fixture
def colleague(sign_in) -> Callable[..., Colleague]:
    return lambda name="advisor", store="north": Colleague(sign_in(name, store=store))


@pytest.fixture
def ceiling_on_phones(cast) -> Callable[[], None]:
    """From now on the manager of the north store sees masks of phones."""
    from dataclasses import replace  # noqa: PLC0415

    from chezhan.access.rights import FieldRight, Right  # noqa: PLC0415
    from chezhan.access.shipped import FULL  # noqa: PLC0415
    from chezhan.catalogue.policies.setting import Change, set_policies  # noqa: PLC0415

    def _set() -> None:
        masked = replace(FULL, fields={"phone": FieldRight(Right.MASKED)})
        owner = cast.actor("owner", store="north")
        set_policies(actor=owner, changes=[Change("store_manager", "customer", masked)])

    return _set
