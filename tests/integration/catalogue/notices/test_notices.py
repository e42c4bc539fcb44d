"""What one is told in the app: by mentions, once; one's own alone, without names that one may not see."""

import pytest

from chezhan.catalogue.notices.models import Notice
from chezhan.catalogue.notices.telling import News, tell
from chezhan.kernel.ids import new_id
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague

NOTICES = "/api/store/notices"


@pytest.fixture
def colleague(sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def told(someone):
    return [(one["kind"], one["title"], one["seen"], one["read"]) for one in someone.ask("get", NOTICES)]


def test_who_is_mentioned_in_a_comment_is_told_and_who_says_it_is_not(cast, colleague):
    manager, advisor, both = colleague(), colleague("advisor"), colleague("both")
    record = manager.create("customer", name="张三")["record"]
    people = [str(cast.people[name].id) for name in ("advisor", "manager")]
    manager.ask("post", f"{RECORDS}/customer/{record['id']}/comments", {"text": "看看", "mentions": people}, status=201)
    assert told(advisor) == [("mentioned", "张三", True, False)]
    assert advisor.ask("get", NOTICES)[0]["by"] == str(cast.people["manager"].id)
    assert told(manager) == told(both) == []


def test_notices_are_read_one_by_one_or_all_and_ones_own_alone(cast, colleague):
    advisor, manager = colleague("advisor"), colleague()
    store = cast.stores["north"]
    with tenant_context(store):
        for person in ("advisor", "manager"):
            for number in range(2):
                tell([News(cast.people[person].id, "task_due", "task", new_id(), f"{number}")])
    first, _ = (one["id"] for one in advisor.ask("get", NOTICES))
    theirs = manager.ask("get", NOTICES)[0]["id"]
    advisor.ask("post", f"{NOTICES}/read", {"ids": [first, theirs]}, status=204)
    assert [one["read"] for one in advisor.ask("get", NOTICES)] == [True, False]
    assert advisor.ask("get", "/api/store/waiting")["notices"] == 1
    # PostgreSQL takes no such offset, and this day has none of it in UTC.
    assert advisor.ask("get", f"{NOTICES}?before=0775-09-04T05:14:14-21:02") == []
    advisor.ask("get", f"{NOTICES}?before=0001-01-01T00:00:00%2B08:00", status=422)
    advisor.ask("post", f"{NOTICES}/read", {}, status=204)
    assert advisor.ask("get", "/api/store/waiting")["notices"] == 0
    assert manager.ask("get", "/api/store/waiting")["notices"] == 2


def test_what_is_told_twice_is_told_once(cast, colleague):
    news = News(cast.people["advisor"].id, "task_due", "task", new_id(), "the same")
    with tenant_context(cast.stores["north"]):
        tell([news])
        tell([news])
    assert len(told(colleague("advisor"))) == 1


def test_of_a_record_that_one_does_not_see_no_name_is_told(cast, colleague):
    owner, technician = colleague("owner", "garage"), colleague("technician", "garage")
    record = owner.create("customer", name="李四")["record"]
    news = News(cast.people["technician"].id, "mentioned", "customer", record["id"], "1")
    with tenant_context(cast.stores["garage"]):
        tell([news])
    assert told(technician) == [("mentioned", None, False, False)]


def test_what_was_told_of_an_erased_persons_records_goes(cast, colleague):
    manager = colleague()
    record = manager.create("customer", name="王五")["record"]
    task = manager.ask(
        "post", "/api/store/work/tasks", {"what": "给王五回电", "values": {"customer": record["id"]}}, status=201
    )
    with tenant_context(cast.stores["north"]):
        tell([News(cast.people["advisor"].id, "task_due", "task", task["id"], "1")])
    body = {"name": "王五", "reason": "asked"}
    counts = manager.ask("post", f"{RECORDS}/customer/{record['id']}/personal-data/erase", body)["counts"]
    assert counts["customer"] == 1
    with tenant_context(cast.stores["north"]):
        assert not Notice.objects.exists()
    assert manager.ask("get", f"{RECORDS}/task/{task['id']}")["record"]["what"] == "已清除"
