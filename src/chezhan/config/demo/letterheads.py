"""What the demo's stores are called in law, and how they are reached. Numbers that nobody has."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.particulars.services import Told, change_particulars
from chezhan.config.demo.story import StorePlan
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

CODES = {"杭州": "0571", "武汉": "027", "佛山": "0757", "成都": "028", "南京": "025"}
CLAUSES = (
    "车辆颜色、配置以实车及随车资料为准。\n"
    "乙方选择贷款购车的，以金融机构审批结果为准；未获批准的，乙方可以解除合同，甲方全额退还定金。"
)


def give_letterhead(*, actor: Actor, store: StoreRef, plan: StorePlan, manager: UUID) -> None:
    city, dealer = plan.city.name, plan.pack == "dealer"
    told = Told(
        legal_name=f"{plan.name}{'汽车销售服务' if dealer else '汽车维修服务'}有限公司",
        address=f"{plan.city.districts[0].name}示范大道 88 号",
        phone=f"{CODES[city]}-5555 0{100 + sum(map(ord, plan.key)) % 900}",
        tax_no=f"91000000MADEMO{plan.code.replace('-', '')[-4:]}",
        bank=f"示范银行{city}分行 1000 2000 3000 {4000 + sum(map(ord, plan.key)) % 900}",
        clauses=CLAUSES if dealer else "",
    )
    with acting_as(manager, reason="demo"), tenant_context(store):
        change_particulars(actor=actor, version=0, told=told)
