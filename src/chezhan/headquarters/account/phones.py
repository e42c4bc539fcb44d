"""Telephone numbers as they are kept: E.164."""

import unicodedata

import phonenumbers

HOME = "CN"


def e164(text: str) -> str | None:
    """`text` as E.164, read as a mainland number when it names no country; None when it can't be one."""
    try:
        number = phonenumbers.parse(unicodedata.normalize("NFKC", text), HOME)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def masked(phone: str) -> str:
    """The first digits and the last two: enough for its owner, too little for anyone else."""
    return f"{phone[:-8]}******{phone[-2:]}" if len(phone) > 9 else "******"
