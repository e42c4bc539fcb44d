"""What each type does not take, by the code that tells why."""

import pytest

from chezhan.catalogue.types import FIELD_TYPES, FieldRefused
from chezhan.catalogue.types.refusals import REASONS
from tests.factories.fields import field
from tests.unit.catalogue.types.test_accepted import FILE, ID, PHOTO

REFUSED = [
    ("text", 5, {}, "not_a_text"),
    ("text", "x" * 201, {}, "text_too_long"),
    ("text", "xxxx", {"max_length": 3}, "text_too_long"),
    ("text", "a\x00b", {}, "control_character"),
    ("text", "a\nb", {}, "control_character"),
    ("text", "a\u202eb", {}, "control_character"),
    ("text", "a\ud800b", {}, "control_character"),
    ("long_text", "a\x07b", {}, "control_character"),
    ("rich_text", "x" * 50_001, {}, "text_too_long"),
    ("email", "ann@", {}, "not_an_email"),
    ("url", "javascript:alert(1)", {}, "not_a_url"),
    ("url", "ftp://example.com", {}, "not_a_url"),
    ("url", "https://bank.example@evil.example/", {}, "not_a_url"),
    ("barcode", "1" * 81, {}, "text_too_long"),
    ("color", "red", {}, "not_a_color"),
    ("number", True, {}, "not_a_number"),
    ("number", "NaN", {}, "not_a_number"),
    ("number", float("inf"), {}, "not_a_number"),
    ("number", "1e400000", {}, "too_many_digits"),
    ("number", "1e-400000", {}, "too_many_decimals"),
    ("number", "1234567890.123456", {}, "too_many_digits"),
    ("number", "1.25", {"decimals": 1}, "too_many_decimals"),
    ("number", [], {}, "not_a_number"),
    ("number", "4", {"minimum": 5}, "number_too_small"),
    ("number", "6", {"maximum": 5}, "number_too_large"),
    ("integer", "1.5", {}, "not_a_whole_number"),
    ("integer", 2**53, {}, "too_many_digits"),
    ("integer", "1e999999", {}, "too_many_digits"),
    ("percent", "5%%", {}, "not_a_number"),
    ("money", "1.005", {}, "too_many_decimals"),
    ("money", "1e16", {}, "too_many_digits"),
    ("rating", 6, {}, "number_too_large"),
    ("rating", -1, {}, "number_too_small"),
    ("boolean", "maybe", {}, "not_a_boolean"),
    ("boolean", 2, {}, "not_a_boolean"),
    ("boolean", [], {}, "not_a_boolean"),
    ("date", "2026-02-30", {}, "not_a_date"),
    ("date", 20260101, {}, "not_a_text"),
    ("date", "0226-01-01", {}, "date_out_of_range"),
    ("datetime", "yesterday", {}, "not_a_datetime"),
    ("time", "25:00", {}, "not_a_time"),
    ("choice", "a", {}, "not_an_option"),
    ("tags", "a", {}, "not_a_list"),
    ("tags", ["a"] * 51, {}, "too_many_values"),
    ("tags", [["a"]], {}, "not_a_text"),
    ("phone", "1380013800", {}, "not_a_phone"),
    ("phone", "138001380001", {}, "not_a_phone"),
    ("phone", "138001380", {}, "not_a_phone"),
    ("phone", "138****8000", {}, "not_a_phone"),
    ("phone", "call me", {}, "not_a_phone"),
    ("phone", "+1 23", {}, "not_a_phone"),
    ("plate", "沪I1234", {}, "not_a_plate"),
    ("vin", "LSVAA4187E218484", {}, "vin_length"),
    ("vin", "LSVAA4187E218484O", {}, "vin_characters"),
    ("id_card", "1101051949123100", {}, "id_card_form"),
    ("id_card", "110105194913310021", {}, "id_card_date"),
    ("id_card", "110105194912310021", {}, "id_card_check"),
    ("tax_no", "12345", {}, "tax_no_form"),
    ("tax_no", "91110000600037342L", {}, "tax_no_check"),
    ("link", "42", {}, "not_an_id"),
    ("user", 42, {}, "not_an_id"),
    ("store", {}, {}, "not_an_id"),
    ("file", FILE, {}, "not_a_list"),
    ("file", [{**FILE, "url": "x"}], {}, "not_a_file"),
    ("file", [{**FILE, "size": -1}], {}, "not_a_file"),
    ("file", [{**FILE, "name": "../a"}], {}, "not_a_file"),
    ("file", [FILE, FILE], {}, "not_a_file"),
    ("file", [FILE], {"accept": ("image/*",)}, "file_kind_refused"),
    ("file", [FILE, {**FILE, "id": ID[:-1] + "2"}], {"max_files": 1}, "too_many_files"),
    ("photo", [FILE], {}, "file_kind_refused"),
    ("signature", [PHOTO, {**PHOTO, "id": ID[:-1] + "2"}], {}, "too_many_files"),
    ("address", {"planet": "Earth"}, {}, "not_an_address"),
    ("address", 5, {}, "not_an_address"),
    ("location", {"lng": 181, "lat": 0}, {}, "not_a_location"),
    ("location", {"lng": float("nan"), "lat": 0}, {}, "not_a_location"),
    ("location", [1, 2], {}, "not_a_location"),
    ("table", {}, {}, "not_a_list"),
    ("table", [1], {}, "not_a_row"),
    ("table", [{"b": 1}], {"columns": (("a", "text"),)}, "unknown_column"),
    ("table", [{"a": "1.5"}], {"columns": (("a", "integer"),)}, "not_a_whole_number"),
    ("table", [{}] * 201, {}, "too_many_rows"),
    ("formula", 1, {}, "field_is_computed"),
    ("rollup", 1, {}, "field_is_computed"),
    ("auto_number", "1", {}, "field_is_computed"),
]


@pytest.mark.parametrize(("name", "given", "settings", "code"), REFUSED)
def test_a_value_that_does_not_fit_is_refused_by_name(name, given, settings, code):
    with pytest.raises(FieldRefused) as refused:
        FIELD_TYPES[name].clean(given, field(name, **settings))
    assert refused.value.code == code
    assert refused.value.status == 422


def test_every_type_and_every_reason_has_a_case():
    assert {name for name, *_ in REFUSED} == FIELD_TYPES.keys()
    assert {code for *_, code in REFUSED} == REASONS.keys()


def test_a_refusal_does_not_say_again_what_was_given():
    for name, given, settings, _ in REFUSED:
        with pytest.raises(FieldRefused) as refused:
            FIELD_TYPES[name].clean(given, field(name, **settings))
        if isinstance(given, str) and len(given) > 5:
            assert given not in f"{refused.value} {refused.value.params}"


def test_a_number_too_long_to_be_written_is_refused():
    with pytest.raises(FieldRefused):
        FIELD_TYPES["number"].clean(10**5000, field("number"))
