"""Costs of channels as people know them."""

from decimal import Decimal

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import CHOICE, DATE, LONG_TEXT, MONEY, TEXT
from chezhan.modules.costs.models import ChannelCost
from chezhan.modules.costs.refusals import CostEndsFirst
from chezhan.modules.leads.entities import CHANNELS

NOT_LESS = FieldSettings(minimum=Decimal(0))

CHANNEL_COST = Entity(
    name="channel_cost",
    model=ChannelCost,
    label=Label("渠道费用", "Channel cost"),
    label_plural=Label("渠道费用", "Channel costs"),
    title=("name",),
    sort="-first_on",
    refusals={"channel_cost_days": CostEndsFirst},
    own_fields=(
        Field("name", Label("名目", "What for"), TEXT, searchable=True, required=True),
        Field("channel", Label("来源渠道", "Source"), CHOICE, options=CHANNELS, required=True),
        Field("campaign", Label("活动名称", "Campaign"), TEXT, searchable=True),
        Field("first_on", Label("开始日期", "From"), DATE, required=True),
        Field("last_on", Label("结束日期", "To"), DATE, required=True),
        Field("amount", Label("金额", "Amount"), MONEY, required=True, settings=NOT_LESS),
        Field("note", Label("备注", "Note"), LONG_TEXT, in_list=False),
    ),
)
