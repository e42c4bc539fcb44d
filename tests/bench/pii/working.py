"""What people write to customers and to each other: messages through a gateway, flows, tasks, consents; and what rules,
senders and dispatchers then make of it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.test import Client
from django.test.utils import override_settings

from chezhan.catalogue.events.dispatching import dispatch
from chezhan.catalogue.timers.ringing import ring_due
from chezhan.kernel import clock
from chezhan.modules.messaging.models import Message
from chezhan.modules.messaging.tasks import send_messages
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tests.bench.kill.store import KEY_ID, SECRET
from tests.bench.pii.planting import PHONE, PLATE, Planted
from tests.doubles import providers
from tests.doubles.http import Asked, Said, certificate, serving

DESIGN, RECORDS, SETUP = "/api/store/design", "/api/store/records", "/api/store/design/messages"
START, END = {"kind": "start", "id": "a"}, {"kind": "end", "id": "c"}
ASK = {"kind": "task", "id": "b", "who": [{"kind": "starter"}], "text": "请处理"}


@contextmanager
def gateway() -> Iterator[int]:
    """That takes one message, knows nothing of the next, and is gone for the third; its port."""
    taken: list[Asked] = []

    def answer(asked: Asked) -> Said:
        taken.append(asked)
        if len(taken) % 3 == 0:
            return Said(hang_up=True)
        return providers.said(Code="OK", BizId="1") if len(taken) % 3 == 1 else providers.said(Code="isv.MOBILE_NUMBER")

    double = providers.aliyun(key_id=KEY_ID, secret=SECRET, answer=answer)
    with certificate("localhost") as ours, serving(double, tls=ours) as server:
        inside = frozenset({f"localhost:{server.port}"})
        with override_settings(OUTBOUND_CA_FILE=str(ours.file), OUTBOUND_INSIDE=inside):
            yield server.port


class Working:
    """`counts`: what was tried and taken, beside `refused`."""

    def __init__(self, client: Client, *, store: StoreRef, port: int) -> None:
        self.client, self.store, self.counts = client, store, Counter[str]()
        channel = {
            "version": 0, "provider": "aliyun", "price": "0.045", "pace": 1000,
            "values": {"access_key_id": KEY_ID, "access_key_secret": SECRET, "endpoint": f"localhost:{port}"},
        }  # fmt: skip
        self._ask("put", f"{SETUP}/channels/sms", channel)
        limits = self._ask("get", f"{SETUP}/limits")
        self._ask("put", f"{SETUP}/limits", limits | {"quiet_from": 0, "quiet_to": 0})
        made = self._ask("post", f"{SETUP}/templates", self._template("保养", "{{name}}您好，电话{{phone}}"))
        approved = {"version": made["version"], "approval": "approved"}
        self._ask("post", f"{SETUP}/templates/{made['id']}/decide", approved)
        self.template = made["id"]
        actions = [
            {"kind": "message", "template": self.template, "to": "address", "path": "phone"},
            {"kind": "set", "fields": [{"field": "region", "formula": 'name & "的地区"'}]},
        ]
        self._publish("rules", "规则", {"trigger": {"kind": "created"}, "condition": {}, "actions": actions})
        ways = [{"id": f"{a}{b}", "source": a, "port": "next", "target": b} for a, b in ("ab", "bc")]
        self.flow = self._publish("flows", "流程", {"nodes": [START, ASK, END], "edges": ways})

    def write(self, one: Planted, *, typed: Planted) -> None:
        """`one` where it belongs, in the fields that are sealed or masked; `typed` in free words."""
        told = {"phone": one.plain} if one.kind == PHONE else {"name": one.plain}
        record = self._ask("post", f"{RECORDS}/customer", {"values": {"name": "张三", **told}}).get("record")
        if record is None:
            return
        if one.kind == PLATE:
            car = {"plate": one.plain, "brand": "比亚迪", "customer": record["id"]}
            self._ask("post", f"{RECORDS}/vehicle", {"values": car})
        self._send(record, one, typed)
        self._walk(record, typed)
        self._work(record, typed)

    def _send(self, record: Any, one: Planted, typed: Planted) -> None:
        asked = {
            "entity": "customer", "record_id": record["id"], "template_id": self.template, "path": "phone",
            "key": f"key-of-{record['id']}",
        }  # fmt: skip
        self._ask("post", "/api/store/messages", asked)
        self._ask("post", "/api/store/messages", asked | {"path": one.plain, "template_id": one.plain})
        self._ask("post", f"{SETUP}/channels/sms/trial", {"address": one.plain})
        self._ask("post", f"{SETUP}/templates", self._template(typed.plain[:60], f"{{{{{typed.plain}}}}}"))
        draft = {
            "entity": "customer",
            "channel": "sms",
            "text": f"{{{{name}}}} {typed.plain}",
            "record_id": record["id"],
        }
        self._ask("post", "/api/store/messages/draft", draft)
        consent = {"channel": "sms", "purpose": "marketing", "given": True, "way": "paper", "proof": typed.plain}
        self._ask("post", f"/api/store/messages/consents/customer/{record['id']}", consent)

    def _walk(self, record: Any, typed: Planted) -> None:
        flows = "/api/store/flows"
        begun = self._ask("post", f"{flows}/start", {"flow_id": self.flow, "record_id": record["id"]})
        self._ask("post", f"{flows}/start", {"flow_id": typed.plain, "record_id": record["id"]})
        stands = self._ask("get", f"{flows}/instances/{begun.get('instance_id')}")
        self._ask("post", f"{flows}/instances/{begun.get('instance_id')}/comments", {"text": typed.plain})
        for item in stands.get("items", ()):
            self._ask("post", f"{flows}/items/{item['id']}/return", {"node": typed.plain[:40], "comment": typed.plain})
            self._ask("post", f"{flows}/items/{item['id']}/complete", {"comment": typed.forms[-1]})

    def _work(self, record: Any, typed: Planted) -> None:
        values = {"customer": record["id"], "note": typed.plain}
        task = self._ask("post", "/api/store/work/tasks", {"what": f"致电 {typed.plain}", "values": values})
        self._ask("post", "/api/store/work/tasks", {"what": "看", "values": {"customer": typed.plain, typed.plain: 1}})
        self._ask("post", f"/api/store/work/tasks/{task.get('id')}/done", {"result": typed.plain})
        self._ask("get", f"/api/store/notices?q={typed.plain}")

    def finish(self) -> None:
        """What the product then does by itself."""
        until = clock.now() + dt.timedelta(minutes=5)
        for _ in range(2):
            ring_due(until=until)
            dispatch(until=until)
            send_messages.run()
        with tenant_context(self.store):
            states = list(Message.objects.values_list("state", flat=True))
        self.counts.update(f"messages {state}" for state in states)
        for place in (
            "/api/store/flows/items?box=done",
            "/api/store/notices",
            f"{DESIGN}/events",
            "/api/store/messages",
        ):
            self._ask("get", place)

    def _template(self, name: str, text: str) -> dict[str, Any]:
        return {
            "name": name, "entity": "customer", "channel": "sms", "purpose": "service", "text": text,
            "provider_template": "SMS_1", "sign_name": "车栈", "params": [],
        }  # fmt: skip

    def _publish(self, kind: str, name: str, definition: dict[str, Any]) -> str:
        made = self._ask("post", f"{DESIGN}/{kind}", {"entity": "customer", "name": name, "definition": definition})
        self._ask("post", f"{DESIGN}/{kind}/{made['id']}/publish", {"draft_version": made["draft_version"]})
        return str(made["id"])

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        told = {} if body is None else {"data": body, "content_type": "application/json"}
        answer = getattr(self.client, method)(path, **told)
        self.counts["taken" if answer.status_code < 400 else f"refused {answer.status_code}"] += 1
        return answer.json() if answer.status_code < 400 and answer.content else {}
