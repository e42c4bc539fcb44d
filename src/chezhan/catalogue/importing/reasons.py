"""Why a row or a cell can't go in, in both languages, for people and for the file of refused rows."""

from typing import Any

from chezhan.catalogue.types.refusals import REASONS as OF_TYPES

# code: (Chinese, English); placeholders are filled from the fault's params.
REASONS: dict[str, tuple[str, str]] = {
    # the file
    "ragged_row": ("本行的格数与表头不一致", "has more or fewer cells than the header"),
    "bad_quotes": ("引号位置有误，无法拆分本行", "has a misplaced quotation mark and cannot be split into cells"),
    "cell_too_long": ("单元格超过 10,000 个字符", "is longer than 10,000 characters"),
    "digits_lost": (
        "长数字已被表格软件改成浮点数，末尾数字已丢失；请把该列设为文本格式，重新填写后再导入",
        "was turned into a rounded number by a spreadsheet: digits are lost; make the column text and enter it again",
    ),
    "error_cell": ("单元格是错误值，请在表格中改正公式", "is an error value; mend the formula in the spreadsheet"),
    "formula_without_result": (
        "公式没有保存计算结果，请用 Excel 打开并保存后再导入",
        "is a formula whose result the file does not hold; open it in Excel, save it, and send it again",
    ),
    # a cell
    "bad_date": ("不是有效日期（本列按{order}识别）", "is not a date (this column is read as {order})"),
    "unknown_choice": (
        "不是已有的选项，请在“对应列”里指定它的含义",
        "is not one of the choices; say what it means under Columns",
    ),
    "link_not_found": ("找不到对应的{kind}", "no such {kind} was found"),
    "link_ambiguous": ("对应的{kind}不止一条，无法确定", "fits several records of {kind}"),
    "person_unknown": ("本店没有这个人", "nobody of this name or address works here"),
    "person_ambiguous": ("同名的人不止一个，请改用邮箱", "several people have this name; use the e-mail address"),
    "store_unknown": ("本集团没有这家门店", "there is no such store in this group"),
    # the row
    "value_required": ("必填，不能为空", "must be filled in"),
    "repeats_row": ("与第 {first_row} 行重复", "repeats row {first_row}"),
    "like_record": ("按重复规则（{fields}）与已有记录相似", "is like a record that is there, by {fields}"),
    "like_row": ("按重复规则（{fields}）与第 {first_row} 行相似", "is like row {first_row}, by {fields}"),
    "no_match": ("系统里没有对应的记录，无法更新", "there is no such record to update"),
    "ambiguous_match": ("系统里有多条对应的记录，无法确定更新哪一条", "several records match, so none was changed"),
    "key_empty": ("匹配字段为空，无法找到对应的记录", "has nothing in the fields by which records are found"),
    "already_taken": ("已有其他记录使用这个值，不能重复", "another record has this value already"),
    "field_not_writable": ("您不能修改这条记录的这个字段", "you may not change this field of this record"),
    "unknown_record": ("本店没有该记录", "this record does not exist here"),
    "refused_by_rule": ("这些内容相互矛盾或超出允许范围", "these values together break a rule of the data"),
    "no_such_target": (
        "关联的记录不存在，或您无权查看",
        "the record it leads to does not exist, or you may not see it",
    ),
    "no_such_person": ("该人员不在本店任职", "this person does not work in this store"),
    "state_not_brought": ("导入的记录不能直接处于这个状态", "can't come with an import as far on as this"),
    "no_such_store": ("本集团没有这家门店", "there is no such store in this group"),
    # values, as the types refuse them
    "not_a_text": ("这里要填文字", ""),
    "text_too_long": ("最多 {limit} 个字", ""),
    "control_character": ("文字里有换行或看不见的控制字符", ""),
    "not_a_number": ("不是数字", ""),
    "not_a_whole_number": ("不是整数", ""),
    "too_many_digits": ("最多 {limit} 位数字", ""),
    "too_many_decimals": ("最多 {limit} 位小数", ""),
    "number_too_small": ("不能小于 {minimum}", ""),
    "number_too_large": ("不能大于 {maximum}", ""),
    "not_a_boolean": ("不是“是”或“否”", ""),
    "not_a_date": ("不是有效日期", ""),
    "not_a_datetime": ("不是有效时间", ""),
    "not_a_time": ("不是有效时刻", ""),
    "date_out_of_range": ("年份要在 {first} 到 {last} 之间", ""),
    "not_an_option": ("不是已有的选项", ""),
    "too_many_values": ("最多 {limit} 个值", ""),
    "not_a_list": ("不是一组值", ""),
    "not_a_phone": ("电话号码不正确，请检查位数", ""),
    "not_a_plate": ("车牌号不正确，请检查省份简称和位数", ""),
    "vin_length": ("车架号应为 17 位，现在是 {length} 位", ""),
    "vin_characters": ("车架号只有数字和字母，不用 I、O、Q", ""),
    "id_card_form": ("身份证号应为 17 位数字加 1 位数字或 X", ""),
    "id_card_date": ("身份证号中的出生日期不存在", ""),
    "id_card_check": ("身份证号最后一位对不上，可能有一位输错", ""),
    "tax_no_form": ("税号有 18 位数字或大写字母", ""),
    "tax_no_check": ("税号最后一位对不上，可能有一位输错", ""),
    "not_an_email": ("邮箱地址不正确", ""),
    "not_a_url": ("网址不正确，要以 http:// 或 https:// 开头", ""),
    "not_a_color": ("颜色不正确，请按 #1a4fa3 的样子填写", ""),
    "not_an_address": ("地址不正确", ""),
}
DATE_ORDERS = {
    "ymd": ("年-月-日", "year-month-day"),
    "mdy": ("月/日/年", "month/day/year"),
    "dmy": ("日/月/年", "day/month/year"),
    "serial": ("表格序列日期", "spreadsheet day numbers"),
}


def reason_of(code: str, params: dict[str, Any]) -> dict[str, str]:
    """{zh, en}; what has no words here is told by its English message or its code. A lacking param is an ellipsis."""
    chinese, english = REASONS.get(code, ("", ""))
    english = english or OF_TYPES.get(code, code)
    return {"zh": _filled(chinese or english, params, 0), "en": _filled(english, params, 1)}


def _filled(text: str, params: dict[str, Any], column: int) -> str:
    shown = {name: value[column] if isinstance(value, list) else value for name, value in params.items()}
    if order := DATE_ORDERS.get(str(params.get("order"))):
        shown["order"] = order[column]
    return text.format_map(_Lenient(shown))


class _Lenient(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"
