"""What B's people have to do and were told, in words that no answer to A's people may hold; how requests name it."""

from typing import Any
from uuid import UUID

from chezhan.catalogue.duties.models import Duty
from chezhan.catalogue.handing_over.models import HandedRecord, HandOver
from chezhan.catalogue.notices.models import Notice
from chezhan.catalogue.particulars.models import Particulars
from chezhan.catalogue.particulars.services import NAMES
from chezhan.catalogue.retention.models import RetentionPeriod
from chezhan.catalogue.retention.rules.models import RetentionHold, RetentionRule, RetentionRun
from chezhan.catalogue.worktime.models import WorkingTime
from chezhan.modules.contracts.models import SigningAnswer, SigningService
from chezhan.modules.drives.models import DrivePage
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.links import new_token
from tests.bench.tenancy.word import CANARY

WEEK = [[[540, 1080]]] * 7
SIGNATURE = {"name": "看", "picture": "data:image/png;base64,AAAA", "read": "0" * 64, "agreed": True}
RULE = {"name": "旧客户", "entity": "customer", "months": 36, "does": "erase"}


def make_work(store: StoreRef, *, person_id: UUID, records: dict[str, list[UUID]]) -> dict[str, list[Any]]:
    with tenant_context(store):
        WorkingTime.objects.create(week=WEEK, days={"2026-12-01": {"spans": [], "note": CANARY}})
        Duty.objects.create(person=person_id, aspect="region", value=CANARY)
        hand_overs = [
            HandOver.objects.create(person_id=person_id, reason=CANARY, by=person_id, records=1, counts={CANARY: 1})
            for _ in range(2)
        ]
        HandedRecord.objects.create(hand_over=hand_overs[0], entity=CANARY, record_id=records["lead"][0], to=person_id)
        Particulars.objects.create(**dict.fromkeys(NAMES, CANARY), changed_by=person_id)
        page = {"intro": CANARY, "bring": CANARY, "terms": CANARY}
        DrivePage.objects.create(token=new_token(store), **page, changed_by=person_id)
        SigningService.objects.create(token=new_token(store), changed_by=person_id)
        SigningAnswer.objects.create(key=CANARY, code=CANARY)
        RetentionPeriod.objects.create(name=CANARY, span=7, changed_by=person_id)
        rules = [
            RetentionRule.objects.create(
                name=f"{CANARY} {number}", entity=CANARY, filter=CANARY, field=CANARY, months=1, does="bin",
                stop_code=CANARY, changed_by=person_id,
            ).id
            for number in range(2)
        ]  # fmt: skip
        RetentionRun.objects.create(rule_id=rules[0], day="2026-01-01", does="bin", code=CANARY, held={CANARY: 1})
        for record_id in records["customer"]:
            RetentionHold.objects.create(entity="customer", record_id=record_id, reason=CANARY, by=person_id)
        notices = [
            Notice.objects.create(
                person_id=person_id, kind=CANARY, entity=CANARY, record_id=record_id, key=f"{CANARY} {record_id}"
            ).id
            for record_id in records["task"]
        ]
    return {
        "task_id": records["task"],
        "lead_id": records["lead"],
        "customer_id": records["customer"],
        "delivery_id": records["delivery"],
        "contract_id": records["contract"],
        "notice_id": notices,
        "retention_rule_id": rules,
        "hand_over_id": [one.id for one in hand_overs],
    }


def work_cases(case: Any) -> dict[str, Any]:
    """By operation."""
    return {
        "make_task": case(body=lambda names: {"what": "看", "values": {"customer": names["customer"]}}),
        "finish_task": case(body=lambda names: {"result": "好"}),
        "cancel_task": case(body=lambda names: {}),
        "reopen_task": case(body=lambda names: {}),
        "hand_on_task": case(body=lambda names: {"to": names["person"]}),
        "count_tasks_of_people": case(),
        "hand_over_tasks": case(
            body=lambda names: {"person": names["person"], "to": names["person"], "tasks": [names["task_id"]]}
        ),
        "follow_lead_up": case(body=lambda names: {"kind": "call", "summary": "谈了"}),
        "read_channel_returns": case(
            query=lambda names: {"first": "2026-01-01", "last": "2026-12-31", "by": "campaign"}
        ),
        "read_lead_pool": case(),
        "list_relations": case(),
        "list_duties": case(),
        "set_duties_of_person": case(body=lambda names: {"regions": ["西湖区"]}),
        "read_lead_losses": case(query=lambda names: {"first": "2026-01-01", "last": "2026-12-31"}),
        "read_score_sheet": case(),
        "explain_lead_score": case(),
        "change_score_sheet": case(
            body=lambda names: {"version": 0, "items": [], "grades": [{"grade": "C", "points": 0, "days": 9}]}
        ),
        "change_lead_pool": case(body=lambda names: {"version": 0, "daily_cap": 9, "cool_down_days": 3}),
        "compare_ways_to_pay": case(body=lambda names: {"price": "150000", "plans": [{"kind": "cash"}]}),
        "find_price_of_payment": case(body=lambda names: {"monthly": "3000", "terms": {"kind": "loan", "months": 12}}),
        "read_particulars": case(),
        "change_particulars": case(body=lambda names: {"version": 1, "legal_name": "看"}),
        "get_drive_page": case(),
        "open_drive_page": case(body=lambda names: {}),
        "change_drive_page": case(body=lambda names: {"version": 1, "intro": "看"}),
        "get_drive_page_qr": case(),
        # the links themselves are for everybody: asked by one of nobody's
        "read_booking_page": case(),
        "read_booking_times": case(query=lambda names: {"trim": names["trim"]}),
        "book_test_drive": case(
            body=lambda names: {
                "key": "12345678",
                "ticket": "x",
                "trim": names["trim"],
                "starts_at": "2026-03-04T10:00:00+08:00",
                "name": "看",
                "phone": "13800138000",
                "consent": True,
            }
        ),
        "read_customer_contract": case(),
        "take_signing_answer": case(body=lambda names: {"data": {}}),
        "read_contract_to_sign": case(query=lambda names: {"ticket": "x"}),
        "read_signing_service": case(),
        "choose_signing_service": case(body=lambda names: {"version": 0, "webhook": None}),
        "read_customer_contract_paper": case(),
        "sign_customer_contract": case(body=lambda names: SIGNATURE),
        "read_customer_drive": case(),
        "sign_customer_drive": case(body=lambda names: {"picture": "data:image/png;base64,AAAA", "agreed": True}),
        "cancel_customer_drive": case(body=lambda names: {}),
        "get_drive_day": case(query=lambda names: {"day": "2026-03-04"}),
        "list_free_slots": case(query=lambda names: {"day": "2026-03-04", "car": names["stock_vehicle"]}),
        "get_morning": case(),
        "get_funnel": case(query=lambda names: {"by": "owner"}),
        "get_leaderboard": case(),
        "get_sales_by_model": case(),
        "get_sales_forecast": case(),
        "get_day": case(),
        "list_delivery_blockers": case(),
        "list_verbs_of_record": case(),
        "do_with_record": case(body=lambda names: {"version": 1, "values": {}}),
        "undo_verb": case(body=lambda names: {"version": 1}),
        "do_with_records": case(body=lambda names: {"ids": [names["record_id"]], "values": {}}),
        "list_owned": case(),
        "list_standing": case(),
        "list_hand_overs": case(),
        "hand_over": case(
            body=lambda names: {
                "person": names["person"],
                "reason": "离职",
                "parts": [{"entity": names.entity, "to": [names["person"]]}],
            }
        ),
        "take_hand_over_back": case(),
        "list_notices": case(),
        "read_notices": case(body=lambda names: {"ids": [names["notice_id"]]}),
        "count_waiting": case(),
        "read_working_time": case(),
        "read_retention": case(),
        "list_retention_rules": case(),
        "create_retention_rule": case(body=lambda names: RULE),
        "change_retention_rule": case(body=lambda names: {**RULE, "version": 1}),
        "preview_retention_rule": case(),
        "switch_retention_rule": case(body=lambda names: {"on": False}),
        "delete_retention_rule": case(),
        "list_retention_holds": case(),
        "get_retention_hold": case(),
        "put_retention_hold": case(body=lambda names: {"reason": "诉讼"}),
        "take_retention_hold_off": case(),
        "change_retention_period": case(body=lambda names: {"span": 8, "version": 1}),
        "change_working_time": case(
            body=lambda names: {"version": 0, "week": WEEK, "closed_on": [], "makes_up": False, "days": []}
        ),
    }
