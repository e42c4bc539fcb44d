"""A store that is at work by itself: rules, a flow, a gateway for messages. Set up over HTTP, as people do."""

import time
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.bench.kill.person import Person
from tests.doubles import providers
from tests.doubles.http import Asked, Said, Server, certificate, serving

DESIGN, SETUP = "/api/store/design", "/api/store/design/messages"
# By these words of a customer's city its rules know it.
NEW, MOVED = "新客", "搬家"
TASK, BRAND, SAID_BY_RULE, SAID_BY_FLOW = "请联系新客户", "比亚迪", "客户已搬家", "流程已完成"
KEY_ID, SECRET = "kill", "torture"


@dataclass(frozen=True)
class Store:
    flow_id: str
    template_id: str


@contextmanager
def gateway():
    """A gateway of messages on this machine; its server, and what the product must know to reach it."""
    taken = providers.aliyun(key_id=KEY_ID, secret=SECRET, answer=lambda asked: providers.said(Code="OK", BizId="1"))
    with certificate("localhost") as ours, serving(_slowly(taken), tls=ours) as server:
        outside = {
            "CHEZHAN_OUTBOUND_CA_FILE": str(ours.file),
            "CHEZHAN_OUTBOUND_INSIDE": f"localhost:{server.port}",
            "CHEZHAN_RATE_PER_PERSON": "0",
        }
        yield server, outside


def _slowly(answer: Any) -> Any:
    """As long as a gateway far away takes, so that senders are killed in between."""

    def serve(asked: Asked) -> Said:
        said: Said = answer(asked)
        return Said(status=said.status, headers=said.headers, drip=_dripped(said.body))

    return serve


def _dripped(body: bytes) -> Any:
    time.sleep(0.05)
    yield body


def phones_of(server: Server) -> list[str]:
    """Of every message that the gateway took, to whom."""
    return [dict(parse_qsl(urlsplit(asked.path).query)).get("PhoneNumbers", "") for asked in list(server.asked)]


def furnish(manager: Person, *, person_id: str, gateway_port: int) -> Store:
    _rule(
        manager,
        "新客户",
        trigger={"kind": "created"},
        condition=_when("city", NEW),
        actions=[
            {"kind": "task", "what": TASK, "to_owner": False, "to": person_id},
            {
                "kind": "create",
                "entity": "vehicle",
                "link": "customer",
                "fields": [{"field": "brand", "value": BRAND}],
            },
        ],
    )
    _rule(
        manager,
        "搬家",
        trigger={"kind": "changed", "fields": ["region"]},
        condition=_when("city", MOVED),
        actions=[{"kind": "comment", "text": SAID_BY_RULE}],
    )
    return Store(flow_id=_flow(manager), template_id=_messages(manager, gateway_port))


def _when(field: str, value: str) -> dict[str, Any]:
    return {"combinator": "and", "rules": [{"field": field, "operator": "=", "value": value}]}


def _rule(manager: Person, name: str, **definition: Any) -> None:
    made = manager.post(f"{DESIGN}/rules", {"entity": "customer", "name": name, "definition": definition})
    _publish(manager, "rules", made)


def _publish(manager: Person, kind: str, made: Mapping[str, Any]) -> None:
    assert made["problems"] == [], made["problems"]
    manager.post(f"{DESIGN}/{kind}/{made['id']}/publish", {"draft_version": made["draft_version"]})


def _flow(manager: Person) -> str:
    """Somebody is asked; then the flow says something by itself, and ends."""
    nodes = [
        {"kind": "start", "id": "start"},
        {"kind": "task", "id": "ask", "who": [{"kind": "starter"}], "text": "请处理"},
        {"kind": "action", "id": "say", "actions": [{"kind": "comment", "text": SAID_BY_FLOW}]},
        {"kind": "end", "id": "end"},
    ]
    ways = [("start", "next", "ask"), ("ask", "next", "say"), ("say", "next", "end")]
    edges = [{"id": f"e{n}", "source": a, "port": port, "target": b} for n, (a, port, b) in enumerate(ways)]
    body = {"entity": "customer", "name": "接待", "definition": {"nodes": nodes, "edges": edges}}
    made = manager.post(f"{DESIGN}/flows", body)
    _publish(manager, "flows", made)
    return str(made["id"])


def _messages(manager: Person, port: int) -> str:
    manager.put(
        f"{SETUP}/channels/sms",
        {
            "version": 0, "provider": "aliyun", "price": "0.045", "pace": 100,
            "values": {"access_key_id": KEY_ID, "access_key_secret": SECRET, "endpoint": f"localhost:{port}"},
        },
    )  # fmt: skip
    # Around the clock: whoever runs this at night means it.
    limits = manager.get(f"{SETUP}/limits")
    manager.put(f"{SETUP}/limits", limits | {"quiet_from": 0, "quiet_to": 0, "quiet_for_service": False})
    template = manager.post(
        f"{SETUP}/templates",
        {
            "name": "保养", "entity": "customer", "channel": "sms", "purpose": "service",
            "text": "{{name}}您好，该保养了。",
            "provider_template": "SMS_1", "sign_name": "车栈", "params": [{"path": "name", "name": "name"}],
        },
    )  # fmt: skip
    decided = {"version": template["version"], "approval": "approved"}
    manager.post(f"{SETUP}/templates/{template['id']}/decide", decided)
    return str(template["id"])
