"""A store that packs are installed in, over HTTP as designers do, and gone through as workers do."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml

from chezhan.catalogue.packs.driving import drive
from chezhan.catalogue.packs.models import PackRun
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import Colleague

PACKS, RULES = "/api/store/design/packs", "/api/store/design/rules"
TEXT = "{{customer.name}}您好，{{plate}}该保养了"


def item(part: str, key: str, body: dict[str, Any], *, of: str = "", name: str = "", **more: Any) -> dict[str, Any]:
    return {"part": part, "key": key, "name": {"zh": name or key}, "body": body} | ({"of": of} if of else {}) | more


def due(*, days: int = 0, operator: str = ">=", value: Any = 100, **members: Any) -> dict[str, Any]:
    """The body of a rule on cars: so many days before, for those whose field says so, a message is sent."""
    return {
        "trigger": {"kind": "due", "field": "x_next_service", "days": days},
        "condition": {"combinator": "and", "rules": [{"field": "x_km", "operator": operator, "value": value}]},
        "actions": [
            {"kind": "message", "template": "@template/sms", "to": "address", "path": "customer_phone"},
            {"kind": "tag", "put": ["@tag/due"]},
        ],
        **members,
    }


KM = {"name": "x_km", "type": "integer", "section": "保养"}


def items(**rule: Any) -> list[dict[str, Any]]:
    return [
        item("field", "next", {"name": "x_next_service", "type": "date"}, of="vehicle", name="下次保养"),
        item("field", "km", KM, of="vehicle", name="里程"),
        item("tag", "due", {"color": "#d48806"}, name="该保养"),
        item("template", "sms", {"channel": "sms", "purpose": "service", "text": TEXT}, of="vehicle", name="保养短信"),
        item("rule", "d6", due(**rule), of="vehicle", name="保养到期", default="D6"),
    ]


def pack(*members: dict[str, Any], version: int = 1, key: str = "care", **rule: Any) -> str:
    """The text of a file."""
    whole = {"pack": key, "version": version, "name": {"zh": "保养"}, "items": list(members) or items(**rule)}
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)


class Packer(Colleague):
    def __init__(self, client: Any, store: Any, *, headers: dict[str, str] | None = None) -> None:
        super().__init__(client)
        self.store, self.headers = store, headers or {}

    def ask(self, method: str, path: str, body: Any = None, *, status: int = 200) -> Any:
        told = {} if body is None else {"data": body, "content_type": "application/json"}
        answer = getattr(self.client, method)(path, headers=self.headers, **told)
        assert answer.status_code == status, answer.content.decode()
        return answer.json() if answer.content else None

    def text(self, path: str) -> str:
        return self.client.get(path, headers=self.headers).content.decode()

    def bring(self, text: str, *, status: int = 201) -> Any:
        return self.ask("post", f"{PACKS}/files", {"text": text}, status=status)

    def plan(self, text: str, **choices: Any) -> Any:
        return self.ask("post", f"{PACKS}/plan", {"file": self.bring(text)["id"], "choices": choices})

    def ask_install(self, text: str, *, status: int = 202, **choices: Any) -> Any:
        return self.ask("post", f"{PACKS}/install", {"file": self.bring(text)["id"], "choices": choices}, status=status)

    def install(self, text: str, **choices: Any) -> Any:
        """To the end; answers the run."""
        run = self.ask_install(text, **choices)
        drive(store=self.store, run_id=UUID(run["id"]))
        return self.ask("get", f"{PACKS}/runs/{run['id']}")

    def release(self, run_id: str) -> None:
        """As if the lease of a killed worker had run out."""
        with tenant_context(self.store):
            PackRun.objects.filter(id=run_id).update(lease_until=None, lease_holder=None)

    def items(self, key: str = "care") -> dict[str, Any]:
        found = self.ask("get", f"{PACKS}/{key}")["items"]
        return {f"{one['part']}/{one['key']}": one for one in found}

    def states(self, key: str = "care") -> dict[str, str]:
        return {path: one["state"] for path, one in self.items(key).items()}

    def rule(self, key: str = "d6") -> Any:
        return self.ask("get", f"{RULES}/{self.items()[f'rule/{key}']['made']}")

    def rewrite(self, rule: Any, **definition: Any) -> None:
        """As a manager does: saved and published."""
        body = {"draft_version": rule["draft_version"], "definition": rule["definition"] | definition}
        saved = self.ask("patch", f"{RULES}/{rule['id']}", body)
        self.ask("post", f"{RULES}/{rule['id']}/publish", {"draft_version": saved["draft_version"]})


@pytest.fixture
def packer(cast, sign_in):
    return lambda name="manager", store="north": Packer(sign_in(name, store=store), cast.stores[store])


@pytest.fixture
def manager(packer):
    return packer()


@pytest.fixture
def shipping(settings, tmp_path: Path):
    """What ships is this, for stores of 4S."""

    def ship(text: str) -> None:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        (folder / "dealer.yaml").write_text(text)
        settings.SHIPPED_PACKS = folder

    return ship
