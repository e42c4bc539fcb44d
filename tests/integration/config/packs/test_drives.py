"""The default D12 as it ships: both sides of a test drive hear of the booking, of another hour and of its end."""

from collections import Counter

from chezhan.modules.messaging.models import Message
from tenants.context import tenant_context
from tests.integration.engines.rules.conftest import run
from tests.integration.modules.drives.test_slots import at, book, do, ground  # noqa: F401


def test_d12_customer_and_advisor_hear_of_each_hour_and_of_its_end(store, ground):  # noqa: F811
    store.give("D12")
    drive = book(store, ground, 10)

    def heard():
        run()
        with tenant_context(store.store):
            found = Counter(Message.objects.filter(record_id=drive["id"]).values_list("template__name", flat=True))
            Message.objects.all().delete()
        return found

    assert heard() == {"试驾预约成功短信": 1, "新的试驾预约（给顾问）": 1}
    confirmed = do(store, drive, "confirm")
    assert heard() == {}
    moved = {"version": confirmed["version"], "values": {"starts_at": at(14), "ends_at": at(15)}}
    drive = store.ask("patch", f"/api/store/records/test_drive/{drive['id']}", moved)["record"]
    assert heard() == {"试驾改期短信": 1, "试驾改期（给顾问）": 1}
    do(store, drive, "cancel", cancel_reason="客户有事")
    assert heard() == {"试驾取消短信": 1, "试驾取消（给顾问）": 1}
