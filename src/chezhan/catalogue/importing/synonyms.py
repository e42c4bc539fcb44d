"""Headers that people give a field, beside its own labels; as `normalise_header` leaves them."""

import re
import unicodedata

_BY_NAME = {
    "name": "姓名 客户姓名 客户名称 客户名 车主姓名 车主 联系人 名称 name customername fullname customer client",
    "phone": "电话 手机 手机号 手机号码 联系电话 客户电话 电话号码 联系方式 移动电话 phone mobile tel telephone cell "
    "phonenumber mobilephone contactno",
    "wechat": "微信号 微信 微信id 微信帐号 微信账号 wechat wechatid weixin wx wxid",
    "gender": "性别 sex gender",
    "source_channel": "来源 来源渠道 渠道 客户来源 线索来源 source channel leadsource",
    "region": "区域 地区 大区 销售区域 region area district",
    "city": "城市 所在城市 市 city",
    "annual_income": "年收入 收入 年薪 income annualincome",
    "kind": "类型 客户类型 性质 type customertype",
    "plate": "车牌 车牌号 车牌号码 牌照 牌照号 plate plateno platenumber licenseplate licenceplate",
    "vin": "车架号 车架号码 底盘号 vin 车辆识别代号 识别代码 vinno chassisno",
    "brand": "品牌 汽车品牌 厂牌 brand make",
    "series": "车系 系列 series model",
    "trim": "车型 车型配置 配置 款型 版本 trim version variant",
    "energy": "能源 能源类型 燃料 动力 燃料类型 energy fuel",
    "color": "颜色 车身颜色 外观颜色 车色 color colour",
    "engine": "发动机 发动机型号 engine",
    "transmission": "变速箱 变速器 transmission gearbox",
    "body_style": "车身形式 车身类型 bodystyle bodytype",
    "first_registered_on": "初次登记 上牌日期 登记日期 注册日期 首次上牌 registrationdate",
    "number": "订单号 订单编号 销售单号 单号 合同号 编号 number orderno ordernumber orderid no code",
    "ordered_on": "下单日期 订单日期 销售日期 成交日期 购车日期 开票日期 日期 orderdate saledate date",
    "price": "成交价 成交价格 售价 车价 金额 价格 price amount saleprice",
    "status": "状态 订单状态 status",
    "dealer_code": "经销商代码 经销商编号 门店代码 dealercode",
    "owner": "负责人 销售顾问 顾问 跟进人 归属人 服务顾问 owner advisor salesperson assignedto",
    "created_at": "创建时间 创建日期 建档日期 建档时间 录入时间 登记时间 createdat created createdon",
    "created_by": "创建人 录入人 建档人 createdby creator",
    "customer": "客户 车主 购车人 customer owner buyer",
    "vehicle": "车辆 车 vehicle car",
}
SYNONYMS = {name: tuple(words.split()) for name, words in _BY_NAME.items()}


def normalise_header(header: str) -> str:
    """Small letters, digits and hanzi alone: "Dealer_No " and "dealer no" are the same."""
    header = unicodedata.normalize("NFKC", header).lower()
    header = re.sub(r"[(\[（【*].*?[)\]）】*]|\*|必填", "", header) or header
    return re.sub(r"[^0-9a-z\u4e00-\u9fff]", "", header)
