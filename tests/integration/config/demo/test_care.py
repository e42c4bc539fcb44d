"""The demo's stores begin with the pack of their trade, and its rules have run this morning."""

import pytest

from chezhan.catalogue.packs.models import InstalledPack, PackItem
from chezhan.catalogue.records.talk.models import Tagging
from chezhan.modules.messaging.models import Message
from chezhan.modules.work.models import Task
from tenants.context import tenant_context


@pytest.fixture
def loaded(load, stores, settings, time_machine, now):
    settings.FIRST_DAY_PACKS = True
    time_machine.move_to(now, tick=False)
    return stores(load())


def test_each_default_shows_in_tasks_messages_and_tags(loaded, histories):
    for history in histories:
        with tenant_context(loaded[history.store.name]):
            assert list(InstalledPack.objects.values_list("key", flat=True)) == [history.store.pack]
            assert set(PackItem.objects.values_list("state", "code")) == {("made", "")}
            tasks = set(Task.objects.values_list("what", flat=True))
            wrote = set(Message.objects.values_list("template__name", flat=True))
            tags = set(Tagging.objects.values_list("tag__name", flat=True))
        assert {"保养到期：打电话约客户到店", "预流失客户回访：了解久未到店的原因"} <= tasks
        assert {"车险 60 天后到期：联系客户，核算续保方案"} <= tasks
        assert {"保养到期短信", "生日祝福", "久未到店关怀"} <= wrote
        assert {"高价值", "中价值", "低价值", "活跃", "预流失", "质量优先", "价格优先"} <= tags
