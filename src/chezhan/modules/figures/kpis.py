"""Every figure by which a sales department is measured, each said once. Pages ask for them by name."""

from chezhan.catalogue.labels import Label
from chezhan.modules.figures.declaring import Kpi, Standing, either, every, rule

OPEN_STAGES = ["new", "contacted", "invited", "visited", "test_drive", "quoted"]
IN_TIME = rule("first_contacted_at", "<=", "contact_due_at", valueSource="field")
TOO_LATE = either(
    rule("first_contacted_at", "null"), rule("first_contacted_at", ">", "contact_due_at", valueSource="field")
)
TIMED = rule("contact_due_at", "notNull")
KEPT_OR_NOT = rule("status", "in", ["done", "no_show"])
SOLD = rule("status", "notIn", ["draft", "cancelled"])
DRIVEN = rule("test_drive", ">=", 1, aggregate="count", where=every((rule("status", "=", "done"),)))
ENDED = rule("status", "in", ["won", "lost"])

KPIS = (
    Kpi(
        name="first_contact_missed",
        label=Label("超时未联系的线索", "Leads past their first contact"),
        means=Label("首次联系时限已过、至今没有联系上的在跟线索。", "Open leads whose first contact was due before "
                    "today and has not been made."),
        entity="lead",
        better="less",
        standing=Standing("contact_due_at", until=("first_contacted_at", "closed_at")),
    ),
    Kpi(
        name="first_contact_in_time",
        label=Label("首次联系及时率", "First contact in time"),
        means=Label("时限在当天的线索中，在时限前联系上的比例。", "Of the leads whose first contact was due that day, "
                    "the share that was reached by then."),
        entity="lead",
        better="more",
        at="contact_due_at",
        among=(TIMED,),
        which=(IN_TIME,),
        behind=(TIMED, TOO_LATE),
    ),
    Kpi(
        name="follow_up_overdue",
        label=Label("逾期未跟进的线索", "Follow-ups overdue"),
        means=Label("约定的下次联系日已过的在跟线索。", "Open leads whose next contact was agreed for a day before "
                    "today."),
        entity="lead",
        better="less",
        which=(rule("status", "in", OPEN_STAGES), rule("next_contact_at", "during", "before_1_days")),
    ),
    Kpi(
        name="leads_new",
        label=Label("新增线索", "New leads"),
        means=Label("当天进店的线索。", "Leads that came in that day."),
        entity="lead",
        better="more",
        at="created_at",
    ),
    Kpi(
        name="leads_lost",
        label=Label("战败线索", "Leads lost"),
        means=Label("当天记为战败的线索。", "Leads that were given up as lost that day."),
        entity="lead",
        better="less",
        at="closed_at",
        which=(rule("status", "=", "lost"),),
    ),
    Kpi(
        name="leads_won",
        label=Label("成交线索", "Leads won"),
        means=Label("当天记为成交的线索。", "Leads that were won that day."),
        entity="lead",
        better="more",
        at="closed_at",
        which=(rule("status", "=", "won"),),
    ),
    Kpi(
        name="lost_of_new",
        label=Label("其中战败", "Lost of these"),
        means=Label("期间进店的线索中，到现在已战败的。", "Of the leads that came in, those that are lost by now."),
        entity="lead",
        better="less",
        at="created_at",
        which=(rule("status", "=", "lost"),),
    ),
    Kpi(
        name="drive_rate",
        label=Label("试驾率", "Test-drive rate"),
        means=Label("期间进店的线索中，至少完成一次试驾的比例。", "Of the leads that came in, the share with a test "
                    "drive done."),
        entity="lead",
        better="more",
        at="created_at",
        among=(),
        which=(DRIVEN,),
    ),
    Kpi(
        name="close_rate",
        label=Label("成交率", "Close rate"),
        means=Label("期间结束的线索（成交与战败）中，成交的比例。", "Of the leads that ended as won or lost, the share "
                    "that was won."),
        entity="lead",
        better="more",
        at="closed_at",
        among=(ENDED,),
        which=(rule("status", "=", "won"),),
    ),
    Kpi(
        name="cycle_days",
        label=Label("成交周期（天）", "Days to win"),
        means=Label("期间成交的线索，从进店到成交的平均天数。", "Of the leads won, the mean of the days from their "
                    "coming in to the end."),
        entity="lead",
        better="less",
        at="closed_at",
        which=(rule("status", "=", "won"),),
        between=("created_at", "closed_at"),
    ),
    Kpi(
        name="follow_up_days",
        label=Label("跟进周期（天）", "Days followed up"),
        means=Label("期间结束的线索（成交与战败），从进店到结束的平均天数。", "Of the leads that ended as won or lost, "
                    "the mean of the days from their coming in to the end."),
        entity="lead",
        better="less",
        at="closed_at",
        which=(ENDED,),
        between=("created_at", "closed_at"),
    ),
    Kpi(
        name="drive_no_show",
        label=Label("试驾爽约率", "Test drives missed"),
        means=Label("当天的试驾中（已完成与未到店），客户未到店的比例。", "Of that day's test drives, done or missed, "
                    "the share to which the customer did not come."),
        entity="test_drive",
        better="less",
        at="starts_at",
        among=(KEPT_OR_NOT,),
        which=(rule("status", "=", "no_show"),),
    ),
    Kpi(
        name="drives_done",
        label=Label("完成试驾", "Test drives done"),
        means=Label("当天完成的试驾。", "Test drives of that day that were driven."),
        entity="test_drive",
        better="more",
        at="starts_at",
        which=(rule("status", "=", "done"),),
    ),
    Kpi(
        name="quotes_waiting",
        label=Label("待审批的报价", "Quotes to be approved"),
        means=Label("现在等待审批的报价单。", "Quotes that wait for approval now."),
        entity="quote",
        better="less",
        which=(rule("status", "=", "submitted"),),
    ),
    Kpi(
        name="reservations_ending",
        label=Label("即将到期的预留车", "Reservations running out"),
        means=Label("预留在明天之前到期或已到期的车。", "Cars whose reservation ends by tomorrow, or has ended."),
        entity="stock_vehicle",
        better="less",
        which=(
            rule("status", "=", "reserved"),
            either(rule("reserved_until", "during", "before_1_days"), rule("reserved_until", "during", "next_1_days")),
        ),
    ),
    Kpi(
        name="stock_aged",
        label=Label("库龄超 90 天的车", "Cars over 90 days in stock"),
        means=Label("到店满 90 天仍在库的车，试驾车除外。", "Cars that arrived 90 days ago or earlier and are here "
                    "still, demo cars apart."),
        entity="stock_vehicle",
        better="less",
        standing=Standing("arrived_on", until=("left_on",), days=90),
        which=(rule("is_demo", "=", False),),
    ),
    Kpi(
        name="deliveries_late",
        label=Label("逾期未交的车", "Deliveries that are late"),
        means=Label("约定交车日已过、尚未交车的交付。", "Deliveries agreed for a day before today that are not handed "
                    "over."),
        entity="delivery",
        better="less",
        standing=Standing("planned_at", until=("handed_over_at",)),
        which=(rule("status", "!=", "cancelled"),),
    ),
    Kpi(
        name="promises_overdue",
        label=Label("逾期未兑现的承诺", "Promises overdue"),
        means=Label("兑现期限已过、仍未了结的承诺。", "Promises due before today that are still open."),
        entity="promise",
        better="less",
        standing=Standing("due_on", until=("settled_at",)),
    ),
    Kpi(
        name="promises_broken",
        label=Label("未兑现的承诺", "Promises broken"),
        means=Label("当天记为未兑现的承诺。", "Promises that were marked as broken that day."),
        entity="promise",
        better="less",
        at="settled_at",
        which=(rule("status", "=", "broken"),),
    ),
    Kpi(
        name="tasks_overdue",
        label=Label("逾期待办", "Tasks overdue"),
        means=Label("截止日已过、尚未完成的待办。", "Tasks due before today that are not done."),
        entity="task",
        better="less",
        standing=Standing("due_at", until=("done_at",)),
    ),
    Kpi(
        name="orders",
        label=Label("成交订单", "Orders"),
        means=Label("当天下单、未取消的销售订单，草稿除外。", "Sales orders of that day, without drafts and cancelled "
                    "ones."),
        entity="sales_order",
        better="more",
        at="ordered_on",
        which=(SOLD,),
    ),
    Kpi(
        name="ticket",
        label=Label("平均成交价", "Average price"),
        means=Label("期间成交订单的平均成交价。", "The mean price of the orders."),
        entity="sales_order",
        better="more",
        at="ordered_on",
        which=(SOLD,),
        averaged="price",
    ),
    Kpi(
        name="margin",
        label=Label("单车综合毛利合计", "Margin of the deals"),
        means=Label("期间成交订单的单车综合毛利之和；没有进价的订单不计。", "The sum of the margins of the orders; "
                    "those without a cost are left out."),
        entity="sales_order",
        better="more",
        at="ordered_on",
        which=(SOLD,),
        added="margin",
    ),
)  # fmt: skip

KPI = {one.name: one for one in KPIS}
