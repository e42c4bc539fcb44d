"""A store in which the packs that ship are installed, in part or whole, and whose days go by."""

import datetime as dt
from collections import defaultdict
from typing import Any

import pytest

from chezhan.catalogue.packs.file import PackDocument, written
from chezhan.catalogue.packs.references import named_in
from chezhan.catalogue.packs.shipped import shipped_packs
from chezhan.engines.rules import tasks
from chezhan.engines.rules.models import RuleRun
from chezhan.modules.messaging.keeping import told
from chezhan.modules.messaging.models import Message
from chezhan.modules.messaging.tasks import send_messages
from chezhan.modules.parties.models import Customer
from chezhan.modules.vehicles.models import Vehicle
from chezhan.modules.work.models import Task
from tenants.context import tenant_context
from tests.integration.catalogue.packs.conftest import Packer

# 06:00 in Shanghai of a Monday, before any rule of the day.
MORNING = dt.datetime(2026, 3, 1, 22, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 2)


def ago(days: int) -> str:
    return (DAY - dt.timedelta(days=days)).isoformat()


def ahead(days: int) -> str:
    return ago(-days)


def part_of(document: PackDocument, defaults: tuple[str, ...]) -> str:
    """The file with the items of these defaults alone, and what they name."""
    wanted = {one.path for one in document.items if one.default in defaults}
    for one in reversed(document.items):
        if one.path in wanted:
            wanted |= set(named_in(one.body))
    return written(document.model_copy(update={"items": tuple(one for one in document.items if one.path in wanted)}))


class Caring(Packer):
    def __init__(self, client: Any, store: Any, machine: Any) -> None:
        super().__init__(client, store)
        self.machine, self.phones = machine, iter(range(13_800_130_000, 13_800_139_999))

    def give(self, *defaults: str, key: str = "dealer") -> dict[str, str]:
        """The pack's items of these defaults are in force; answers what they are here."""
        document = shipped_packs()[key]
        run = self.install(part_of(document, defaults or tuple(one.default for one in document.items)))
        assert [(one["key"], one["code"]) for one in run["steps"] if one["outcome"] != "made"] == []
        return {path: one["made"] for path, one in self.items(key).items()}

    def at(self, days: int) -> None:
        """So many days after the first, past all of its rules."""
        for hours in (1, 5):
            self.machine.move_to(MORNING + dt.timedelta(days=days, hours=hours), tick=False)
            tasks.follow_the_clock()
        send_messages.run()

    def made(self, entity: str, **values: Any) -> str:
        return self.create(entity, **values)["record"]["id"]

    def person(self, name: str, **values: Any) -> str:
        return self.made("customer", name=name, phone=str(next(self.phones)), **values)

    def car(self, name: str, **values: Any) -> str:
        """`name` is the end of its plate, and of its owner's name."""
        owner = self.person(f"车主{name}")
        return self.made("vehicle", **{"plate": f"浙A{name:0>5}", "brand": "比亚迪", "customer": owner, **values})

    def change_person(self, customer: str, **values: Any) -> None:
        self._change("customer", customer, values)

    def change_car(self, vehicle: str, **values: Any) -> None:
        self._change("vehicle", vehicle, values)

    def _change(self, entity: str, record_id: str, values: dict[str, Any]) -> None:
        self.change(entity, self.ask("get", f"/api/store/records/{entity}/{record_id}")["record"], **values)

    def agree(self, customer: str) -> None:
        body = {"channel": "sms", "purpose": "marketing", "given": True, "way": "paper", "proof": "到店签字"}
        self.ask("post", f"/api/store/messages/consents/customer/{customer}", body, status=201)

    def tags(self, customer: str) -> set[str]:
        return {one["name"] for one in self.ask("get", f"/api/store/records/customer/{customer}/tags")}

    def tasks(self) -> list[Task]:
        with tenant_context(self.store):
            return list(Task.objects.select_related("vehicle", "customer").order_by("created_at", "id"))

    def given(self) -> dict[str, list[str]]:
        """What tasks there are, by the name of the car or of the customer."""
        found = defaultdict(list)
        for one in self.tasks():
            found[_end(one.vehicle.plate) if one.vehicle else one.customer.name].append(one.what)
        return dict(found)

    def written(self) -> dict[str, list[tuple[str, str]]]:
        """Template and state of messages, by the name of the car or of the customer."""
        found = defaultdict(list)
        with tenant_context(self.store):
            names = {one.id: _end(one.plate) for one in Vehicle.objects.exclude(plate=None)}
            names |= dict(Customer.objects.values_list("id", "name"))
            for one in Message.objects.select_related("template").order_by("at", "channel", "id"):
                found[names[one.record_id]].append((one.template.name, str(one.state)))
        return {name: sorted(messages) if name[0] == "K" else messages for name, messages in found.items()}

    def words(self, car: str) -> str:
        with tenant_context(self.store):
            vehicle = Vehicle.objects.get(plate=f"浙A{car:0>5}")
            message = Message.objects.filter(record_id=vehicle.id).latest("at")
            return told(message, "text")

    def runs(self) -> int:
        with tenant_context(self.store):
            return RuleRun.objects.count()


def _end(plate: str) -> str:
    return plate.removeprefix("浙A").lstrip("0")


@pytest.fixture
def store(cast, sign_in, time_machine) -> Caring:
    time_machine.move_to(MORNING, tick=False)
    return Caring(sign_in("manager", store="north"), cast.stores["north"], time_machine)
