"""Leads and interactions as people know them."""

from chezhan.catalogue.duties.reasons import REASONS
from chezhan.catalogue.entity import Criteria, Entity, Field, Happens, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import BOOLEAN, CHOICE, DATE, DATETIME, INTEGER, LINK, LONG_TEXT, MONEY, PHONE, TAGS, TEXT
from chezhan.modules.leads.models import Interaction, Lead
from chezhan.modules.leads.verbs import VERBS

STATUSES = (
    Option("new", Label("新线索", "New")),
    Option("contacted", Label("已联系", "Contacted")),
    Option("invited", Label("已邀约", "Invited")),
    Option("visited", Label("已到店", "Visited")),
    Option("test_drive", Label("已试驾", "Test drive")),
    Option("quoted", Label("已报价", "Quoted")),
    Option("won", Label("成交", "Won")),
    Option("lost", Label("战败", "Lost")),
    Option("invalid", Label("无效", "Invalid")),
)
CHANNELS = (
    Option("web", Label("官网", "Web site")),
    Option("autohome", Label("汽车之家", "Autohome")),
    Option("dongchedi", Label("懂车帝", "Dongchedi")),
    Option("yiche", Label("易车", "Yiche")),
    Option("social", Label("新媒体", "Social media")),
    Option("call", Label("400 来电", "400 call")),
    Option("walk_in", Label("自然到店", "Walk-in")),
    Option("event", Label("活动", "Event")),
    Option("referral", Label("转介绍", "Referral")),
    Option("file", Label("文件导入", "File")),
    Option("other", Label("其他", "Other")),
)
GRADES = (
    Option("H", Label("H 级（7 天内）", "H (within 7 days)")),
    Option("A", Label("A 级（15 天内）", "A (within 15 days)")),
    Option("B", Label("B 级（30 天内）", "B (within 30 days)")),
    Option("C", Label("C 级（60 天内）", "C (within 60 days)")),
)
LOST_REASONS = (
    Option("price", Label("价格", "Price")),
    Option("competitor", Label("选择竞品", "Chose a competitor")),
    Option("no_stock", Label("无现车", "Not in stock")),
    Option("finance", Label("贷款未通过", "No finance")),
    Option("postponed", Label("暂缓购车", "Postponed")),
    Option("bought_elsewhere", Label("在他店购买", "Bought elsewhere")),
    Option("unreachable", Label("联系不上", "Not to be reached")),
    Option("other", Label("其他", "Other")),
)
KINDS = (
    Option("call", Label("电话", "Call")),
    Option("wechat", Label("微信", "WeChat")),
    Option("sms", Label("短信", "SMS")),
    Option("mail", Label("邮件", "Mail")),
    Option("visit", Label("到店面谈", "Visit")),
    Option("note", Label("记录", "Note")),
)
CLOCK = FieldSettings(met_by="first_contacted_at")
DIRECTIONS = (Option("out", Label("我方联系", "We contacted")), Option("in", Label("客户联系", "They contacted")))

# Whose lead it is, its customer says: then it belongs to the data of that person, and goes with them.
LEAD = Entity(
    name="lead",
    model=Lead,
    label=Label("线索", "Lead"),
    label_plural=Label("线索", "Leads"),
    title=("contact_name",),
    sort="-created_at",
    state="status",
    verbs=VERBS,
    happens=Happens("created_at", ("customer",)),
    key_facts=("customer", "phone", "brand", "series", "budget", "planned_on", "grade", "channel"),
    criteria=Criteria({"region": ("region",), "model": ("brand", "series"), "source": ("channel",)}, "assigned_for"),
    own_fields=(
        Field("contact_name", Label("联系人", "Contact"), TEXT, searchable=True, required=True, sensitivity="masked"),
        Field("phone", Label("电话", "Phone"), PHONE, path="sealed_phone", searchable=True, sensitivity="sealed"),
        Field("status", Label("阶段", "Stage"), CHOICE, options=STATUSES, read_only=True),
        Field("contact_due_at", Label("首次联系时限", "First contact by"), DATETIME, settings=CLOCK),
        Field("grade", Label("级别", "Grade"), CHOICE, options=GRADES, at_once=True),
        Field("score", Label("评分", "Score"), INTEGER, read_only=True),
        Field(
            "scored_grade", Label("评分级别", "Grade by score"), CHOICE, options=GRADES, in_list=False, read_only=True
        ),
        Field("channel", Label("来源渠道", "Source"), CHOICE, options=CHANNELS, required=True),
        Field("brand", Label("意向品牌", "Brand of interest"), TEXT, searchable=True, in_list=False),
        Field("series", Label("意向车系", "Model of interest"), TEXT, searchable=True),
        Field("budget", Label("预算", "Budget"), MONEY, in_list=False),
        Field("planned_on", Label("计划购车", "Plans to buy on"), DATE, in_list=False),
        Field("next_contact_at", Label("下次联系", "Next contact"), DATETIME, at_once=True),
        Field("need", Label("需求", "Need"), LONG_TEXT, in_list=False, at_once=True),
        Field("customer", Label("客户", "Customer"), LINK, target="customer", in_list=False, at_once=True),
        Field("campaign", Label("活动名称", "Campaign"), TEXT, in_list=False),
        Field("region", Label("区域", "Region"), TEXT, in_list=False),
        Field(
            "assigned_for",
            Label("分配依据", "Given to them because"),
            TAGS,
            options=REASONS,
            in_list=False,
            read_only=True,
            help=Label("最近一次自动分配时的依据。", "Why it was last shared out so."),
        ),
        Field("visit_at", Label("约定到店", "Visit agreed for"), DATETIME, in_list=False),
        Field("first_contacted_at", Label("首次联系", "First contact"), DATETIME, in_list=False, read_only=True),
        Field("progressed_at", Label("最近进展", "Last progress"), DATETIME, in_list=False, read_only=True),
        Field("lost_reason", Label("战败原因", "Lost for"), CHOICE, options=LOST_REASONS, in_list=False),
        Field("lost_to", Label("竞品车型", "Lost to"), TEXT, in_list=False),
        Field("lost_note", Label("结束说明", "Why it ended"), LONG_TEXT, in_list=False),
        Field(
            "lost_stage",
            Label("战败时阶段", "Stage lost at"),
            CHOICE,
            options=STATUSES[:6],
            in_list=False,
            read_only=True,
        ),
        Field(
            "furthest", Label("最远阶段", "Furthest stage"), CHOICE, options=STATUSES[:7], in_list=False, read_only=True
        ),
        Field("closed_at", Label("结束时间", "Ended"), DATETIME, in_list=False, read_only=True),
        Field("pooled_at", Label("进入公海", "In the pool since"), DATETIME, in_list=False, read_only=True),
        Field("release_reason", Label("放入公海的原因", "Released because"), TEXT, in_list=False),
    ),
    related=(
        Related("quote", via="lead", label=Label("报价单", "Quotes")),
        Related("test_drive", via="lead", label=Label("试驾", "Test drives")),
        Related("referral", via="lead", label=Label("转介绍", "Referred by")),
        Related("used_car", via="lead", label=Label("置换旧车", "Trade-ins")),
        Related("interaction", via="lead", label=Label("跟进记录", "Interactions")),
        Related("task", via="lead", label=Label("待办", "Tasks")),
    ),
)

INTERACTION = Entity(
    name="interaction",
    model=Interaction,
    label=Label("跟进记录", "Interaction"),
    label_plural=Label("跟进记录", "Interactions"),
    title=("summary",),
    sort="-created_at",
    happens=Happens("at", ("lead", "lead.customer", "customer")),
    own_fields=(
        Field("kind", Label("方式", "How"), CHOICE, options=KINDS, required=True),
        Field("summary", Label("内容", "What was said"), LONG_TEXT, searchable=True, required=True),
        Field("at", Label("时间", "When"), DATETIME, required=True),
        Field("lead", Label("线索", "Lead"), LINK, target="lead"),
        Field("customer", Label("客户", "Customer"), LINK, target="customer", in_list=False),
        Field("direction", Label("方向", "Direction"), CHOICE, options=DIRECTIONS, in_list=False),
        Field("reached", Label("已联系上", "Reached"), BOOLEAN, in_list=False, default=True),
        Field("seconds", Label("通话秒数", "Seconds"), INTEGER, in_list=False),
        Field("next_step", Label("下一步", "Next step"), TEXT, in_list=False),
    ),
)
