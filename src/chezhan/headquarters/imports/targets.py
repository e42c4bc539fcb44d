"""What a sales file can hold: the fields that a column may be read into, as wide as the tables keep them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """`names`: normalised headers that people give this field, the surest first; `hints`: weaker ones."""

    key: str
    zh: str
    en: str
    kind: str
    names: tuple[str, ...]
    hints: tuple[str, ...] = ()
    required: bool = False
    limit: int = 200


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TARGETS: tuple[Target, ...] = (
    Target(
        "store",
        "门店",
        "Store",
        "store",
        required=True,
        limit=60,
        names=_words(
            "dealername storename dealer store dealership branch 门店 店名 门店名称 经销商 经销商名称 店面 分店 4s店"
        ),
        hints=_words("shop outlet site 公司名称 销售店"),
    ),
    Target(
        "number",
        "订单号",
        "Order number",
        "text",
        required=True,
        limit=60,
        names=_words(
            "ordernumber orderno orderid number carid saleid salesid dealid contractno 订单号 订单编号 "
            "销售单号 单号 合同号 合同编号"
        ),
        hints=_words("id no key code saleno invoiceno 编号 序号 发票号"),
    ),
    Target(
        "ordered_on",
        "下单日期",
        "Order date",
        "date",
        required=True,
        names=_words(
            "orderedon orderdate date saledate salesdate datesold 日期 下单日期 订单日期 销售日期 成交日期 "
            "购车日期 开票日期"
        ),
        hints=_words("day time purchasedate deliverydate 时间 交车日期"),
    ),
    Target(
        "price",
        "成交价",
        "Price",
        "money",
        required=True,
        names=_words(
            "price saleprice sellingprice amount totalprice 价格 成交价 成交价格 售价 销售价 车价 金额 "
            "成交金额 销售金额"
        ),
        hints=_words("total revenue sum value 总价 裸车价 开票价"),
    ),
    Target(
        "region",
        "地区",
        "Region",
        "text",
        limit=60,
        names=_words("region dealerregion salesregion area territory 地区 区域 大区 销售区域 销售地区"),
        hints=_words("city province state 城市 省份"),
    ),
    Target(
        "dealer_code",
        "经销商代码",
        "Dealer code",
        "text",
        limit=60,
        names=_words(
            "dealerno dealercode dealernumber dealerid storecode storeno 经销商代码 经销商编号 门店编号 门店代码 店代码"
        ),
    ),
    Target(
        "customer_name",
        "客户姓名",
        "Customer name",
        "text",
        required=True,
        limit=120,
        names=_words(
            "customername customer buyer buyername clientname client 客户 客户姓名 客户名称 姓名 车主 车主姓名 购车人"
        ),
        hints=_words("name fullname contact owner 联系人 名称"),
    ),
    Target(
        "customer_gender",
        "性别",
        "Gender",
        "gender",
        names=_words("gender sex customergender 性别 客户性别"),
    ),
    Target(
        "customer_phone",
        "电话",
        "Phone",
        "phone",
        names=_words(
            "phone customerphone phonenumber mobile mobilephone tel telephone cell 电话 手机 手机号 手机号码 "
            "联系电话 客户电话 联系方式 电话号码"
        ),
        hints=_words("contact contactno"),
    ),
    Target(
        "customer_annual_income",
        "年收入",
        "Annual income",
        "money",
        names=_words("annualincome income yearlyincome customerincome 年收入 收入 客户年收入"),
        hints=_words("salary 年薪"),
    ),
    Target(
        "brand",
        "品牌",
        "Brand",
        "text",
        limit=60,
        names=_words("brand make carmake carbrand manufacturer maker vehiclebrand 品牌 汽车品牌 厂牌 车辆品牌"),
        hints=_words("company oem 厂家 厂商"),
    ),
    Target(
        "series",
        "车系",
        "Series",
        "text",
        limit=80,
        names=_words("series model carmodel modelname vehiclemodel carline 车系 车系名称"),
        hints=_words("car vehicle 车型 型号"),
    ),
    Target(
        "trim",
        "车型配置",
        "Trim",
        "text",
        limit=120,
        names=_words("trim version variant grade trimlevel 车型配置 配置 款型 版本 年款"),
        hints=_words("车型 spec"),
    ),
    Target(
        "engine",
        "发动机",
        "Engine",
        "text",
        limit=120,
        names=_words("engine enginetype motor 发动机 发动机类型 电机"),
        hints=_words("displacement 排量"),
    ),
    Target(
        "transmission",
        "变速箱",
        "Transmission",
        "text",
        limit=60,
        names=_words("transmission gearbox 变速箱 变速器"),
        hints=_words("gear drive 档位"),
    ),
    Target(
        "color",
        "颜色",
        "Colour",
        "text",
        limit=40,
        names=_words("color colour exteriorcolor bodycolor 颜色 车身颜色 外观颜色 外观色 车色"),
    ),
    Target(
        "body_style",
        "车身形式",
        "Body style",
        "text",
        limit=40,
        names=_words("bodystyle bodytype body 车身形式 车身类型 车身结构"),
        hints=_words("type segment class 级别 类别"),
    ),
    Target(
        "vin",
        "车架号",
        "VIN",
        "vin",
        names=_words("vin vinno vincode chassisno 车架号 车架号码 底盘号 识别代码 车辆识别代号"),
    ),
    Target(
        "plate",
        "车牌号",
        "Plate",
        "plate",
        names=_words("plate plateno platenumber licenseplate licenceplate 车牌 车牌号 车牌号码 牌照号"),
    ),
)

BY_KEY = {target.key: target for target in TARGETS}
REQUIRED = tuple(target.key for target in TARGETS if target.required)
