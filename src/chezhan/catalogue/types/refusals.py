"""Why a value is not kept. The codes are API: programs and translations know them."""

from typing import Any

from chezhan.kernel.errors import AppError

REASONS: dict[str, str] = {
    "not_a_text": "This must be text.",
    "text_too_long": "At most {limit} characters.",
    "control_character": "The text holds line breaks or invisible control characters that don't belong here.",
    "not_a_number": "This is not a number.",
    "not_a_whole_number": "This must be a whole number.",
    "too_many_digits": "At most {limit} digits.",
    "too_many_decimals": "At most {limit} decimal places.",
    "number_too_small": "At least {minimum}.",
    "number_too_large": "At most {maximum}.",
    "not_a_boolean": "This is either yes or no.",
    "not_a_date": "This is not a date; write it like 2026-11-21.",
    "not_a_datetime": "This is not a date and time; write it like 2026-11-21 14:30.",
    "not_a_time": "This is not a time; write it like 14:30.",
    "date_out_of_range": "The year must lie between {first} and {last}.",
    "not_an_option": "This is not one of the choices.",
    "too_many_values": "At most {limit} values.",
    "not_a_list": "This must be a list.",
    "not_a_phone": "This is not a telephone number.",
    "not_a_plate": "This is not a number plate.",
    "vin_length": "A VIN has 17 characters; this has {length}.",
    "vin_characters": "A VIN holds digits and letters, but no I, O or Q.",
    "id_card_form": "An ID card number has 17 digits and a digit or X.",
    "id_card_date": "The date of birth in this ID card number does not exist.",
    "id_card_check": "The last character of this ID card number does not fit; look for a mistyped digit.",
    "tax_no_form": "A unified social credit code has 18 digits and capital letters.",
    "tax_no_check": "The last character of this code does not fit; look for a mistyped one.",
    "not_an_email": "This is not an e-mail address.",
    "not_a_url": "This is not a web address; it begins with http:// or https://.",
    "not_a_color": "This is not a colour; write it like #1a4fa3.",
    "not_an_address": "An address has a province, a city, a district and a street.",
    "not_a_location": "A place on the map has a longitude and a latitude.",
    "not_an_id": "This is not the id of a record, a person or a store.",
    "not_a_file": "A file is told by its id, name, size and kind.",
    "file_kind_refused": "Only files of these kinds: {kinds}.",
    "too_many_files": "At most {limit} files.",
    "not_a_row": "A row holds values by the names of the table's columns.",
    "unknown_column": "The table has no such column.",
    "too_many_rows": "At most {limit} rows.",
    "field_is_computed": "Chezhan computes this field; it can't be written.",
}


class FieldRefused(AppError):
    """`code`: one of REASONS; `params` never hold what was refused, it may be personal."""

    code = "field_refused"
    status = 422
    message = "This value does not fit the field."

    def __init__(self, code: str, params: dict[str, Any] | None = None) -> None:
        super().__init__(REASONS[code].format(**(params or {})), code=code, params=params)
