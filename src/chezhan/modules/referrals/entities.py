"""Referrals as people know them."""

from chezhan.catalogue.entity import Entity, Field, Happens, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.types import CHOICE, DATE, LINK, LONG_TEXT, MONEY, PHONE, TEXT
from chezhan.modules.referrals.models import Referral
from chezhan.modules.referrals.verbs import VERBS

STATUSES = (
    Option("open", Label("跟进中", "Under way")),
    Option("won", Label("已成交，待奖励", "Won, to be rewarded")),
    Option("rewarded", Label("已奖励", "Rewarded")),
    Option("lapsed", Label("未成交", "Came to nothing")),
)
REWARDS = (
    Option("cash", Label("现金", "Money")),
    Option("package", Label("等值套餐", "Package of that value")),
)

# Whose it is, is its lead's customer or the referrer: both are links, and go with them.
REFERRAL = Entity(
    name="referral",
    model=Referral,
    label=Label("转介绍", "Referral"),
    label_plural=Label("转介绍", "Referrals"),
    title=("friend_name",),
    sort="-created_at",
    happens=Happens("created_at", ("referrer", "lead", "lead.customer")),
    state="status",
    verbs=VERBS,
    own_fields=(
        Field("referrer", Label("推荐人", "Referrer"), LINK, target="customer", searchable=True, required=True),
        Field("referrer_phone", Label("推荐人电话", "Referrer's phone"), PHONE, path="referrer__sealed_phone",
              sensitivity="sealed", in_list=False),
        Field("lead", Label("朋友（线索）", "Friend (lead)"), LINK, target="lead", required=True, once=True,
              unique=True),
        Field("friend_name", Label("朋友", "Friend"), TEXT, path="lead__contact_name", sensitivity="masked",
              in_list=False),
        Field("status", Label("状态", "State"), CHOICE, options=STATUSES, read_only=True),
        Field("friend_discount", Label("朋友专属优惠", "Friend's extra discount"), MONEY),
        Field("won_on", Label("成交日期", "Won on"), DATE, read_only=True),
        Field("reward_kind", Label("奖励方式", "Reward"), CHOICE, options=REWARDS, in_list=False),
        Field("reward_amount", Label("奖励金额", "Reward, yuan"), MONEY),
        Field("package", Label("套餐名称", "Package"), TEXT, in_list=False),
        Field("rewarded_on", Label("发放日期", "Rewarded on"), DATE),
        Field("payment_reference", Label("付款或发放单号", "Reference of the payment"), TEXT, searchable=True,
              in_list=False),
        Field("note", Label("说明", "Note"), LONG_TEXT, in_list=False, at_once=True),
    ),
    related=(Related("task", via="referral", label=Label("待办", "Tasks")),),
)  # fmt: skip
