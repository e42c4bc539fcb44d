"""What the codes of rows, columns and guesses mean, in both languages."""

from typing import Any

from chezhan.headquarters.imports.targets import BY_KEY

# code: (Chinese, English); placeholders are filled from the fault's params.
REASONS: dict[str, tuple[str, str]] = {
    # a row can't go in
    "required": ("必填，不能为空", "is required and must not be empty"),
    "bad_store_name": ("门店名称须为 2～60 个字符", "must have 2 to 60 characters to name a store"),
    "bad_date": ("不是有效日期（本列按{order}识别）", "is not a date (this column is read as {order})"),
    "bad_money": ("不是有效金额", "is not an amount of money"),
    "negative_money": ("金额不能为负数", "must not be negative"),
    "too_much_money": ("金额过大", "is too large an amount"),
    "money_decimals": ("金额最多两位小数", "has more than two decimals"),
    "bad_integer": ("不是整数", "is not a whole number"),
    "phone_rounded": (
        "电话号码已被表格软件改成科学计数法，数字已丢失",
        "was rounded by a spreadsheet (1.38E+10): digits are lost",
    ),
    "bad_vin": ("车架号须为 17 位，且不含字母 I、O、Q", "must have 17 characters and none of the letters I, O, Q"),
    "too_long": ("文字过长（最多 {limit} 个字符）", "is longer than {limit} characters"),
    "duplicate_key": (
        "该门店的同一订单号已在第 {first_row} 行出现",
        "repeats the order number of row {first_row} in the same store",
    ),
    "ragged_row": ("本行有 {cells} 格，表头有 {headers} 格", "has {cells} cells where the header has {headers}"),
    "bad_quotes": ("引号位置有误，无法拆分本行", "has a misplaced quotation mark and cannot be split into cells"),
    # a row goes in, but somebody should know
    "phone_short": (
        "号码只有 7～8 位（可能缺区号），已原样保留",
        "has only 7 or 8 digits (no area code?); kept as it is",
    ),
    "phone_odd": ("不像电话号码，已原样保留", "does not look like a phone number; kept as it is"),
    "gender_unknown": ("无法识别的性别，留空", "is no gender we know; left empty"),
    "vin_check_digit": ("车架号校验位不符，已保留", "has a wrong check digit; kept"),
    "plate_odd": ("不像车牌号，已原样保留", "does not look like a plate number; kept as it is"),
    "date_in_future": ("日期在将来", "lies in the future"),
    "text_lost": ("含有已损坏、无法还原的文字", "holds characters that were destroyed earlier and cannot be restored"),
    # about a whole column or file
    "repaired_text": (
        "{count} 格乱码已修复，例如“{before}”→“{after}”",
        "{count} garbled cells were repaired, such as “{before}” → “{after}”",
    ),
    "header_renamed": ("列名“{before}”按“{after}”处理", "the column name “{before}” is read as “{after}”"),
    "date_order": ("日期按{order}识别（“{proof}”可证明）", "dates are read as {order} (“{proof}” proves it)"),
    "date_order_ambiguous": (
        "看不出日期是月在前还是日在前，暂按{order}识别，请确认",
        "nothing tells whether month or day comes first; read as {order}: please check",
    ),
    "date_order_mixed": (
        "本列日期写法不一（“{first}”与“{second}”），暂按{order}识别",
        "dates are written in two ways (“{first}” and “{second}”); read as {order}",
    ),
    "currency_other": (
        "列名或金额带有“{sign}”，数字按人民币原样导入",
        "carries “{sign}”; the figures are taken as yuan, unchanged",
    ),
    "store_spellings": (
        "同一门店有多种写法，已合并：{spellings}",
        "one store is written in several ways, taken as one: {spellings}",
    ),
    "header_looks_like_data": (
        "第一行像是数据而不是列名，请确认",
        "the first row looks like data, not like column names: please check",
    ),
    "many_stores": (
        "共有 {count} 个不同门店，请确认所选的列",
        "there are {count} different stores: please check the column",
    ),
    "imported_before": (
        "此文件曾于 {at} 导入，再次导入将更新原有记录",
        "this file was imported before, on {at}; importing again updates those records",
    ),
    # why a column was given a field
    "name_and_content_fit": ("列名与内容都相符", "name and content fit"),
    "name_is_like": ("列名相近", "the name is like it"),
    "name_fits_content_does_not": ("列名相符，但内容不太像", "the name fits, the content hardly does"),
    "content_fits": ("内容相符", "the content fits"),
    "no_field_fits": ("没有对应的字段", "no field fits"),
    "added_by_chezhan": ("由车栈添加的说明列，忽略", "added by Chezhan; left out"),
}

# Where the sentence above speaks of one row's own figures: what many rows of the kind have in common.
OF_MANY: dict[str, tuple[str, str]] = {
    "too_long": ("文字过长", "is too long"),
    "duplicate_key": ("同一门店的订单号在文件中重复出现", "repeats an order number of the same store in this file"),
    "ragged_row": ("格数与表头不一致", "has more or fewer cells than the header"),
}

DATE_ORDERS = {
    "ymd": ("年-月-日", "year-month-day"),
    "mdy": ("月/日/年", "month/day/year"),
    "dmy": ("日/月/年", "day/month/year"),
    "serial": ("表格序列日期", "spreadsheet day numbers"),
}


def reason_text(code: str, params: dict[str, Any], language: str) -> str:
    """The sentence for a code, whole; `language`: "zh" or "en". A param that is lacking leaves an ellipsis."""
    return _filled(REASONS[code], params, language)


def reason_of_many(code: str, order: str, language: str) -> str:
    """What many rows with this code have in common; `order`: the date order in which their column is read."""
    return _filled(OF_MANY.get(code, REASONS[code]), {"order": order}, language)


def _filled(texts: tuple[str, str], params: dict[str, Any], language: str) -> str:
    column = 0 if language == "zh" else 1
    shown = dict(params)
    if order := DATE_ORDERS.get(str(params.get("order"))):
        shown["order"] = order[column]
    return texts[column].format_map(_Lenient(shown))


def target_label(key: str | None, language: str) -> str:
    """A row-wide fault has no field and answers ""."""
    if not key:
        return ""
    return BY_KEY[key].zh if language == "zh" else BY_KEY[key].en


class _Lenient(dict[str, Any]):
    """A job that was planned before a sentence got a new placeholder is still shown."""

    def __missing__(self, key: str) -> str:
        return "…"
