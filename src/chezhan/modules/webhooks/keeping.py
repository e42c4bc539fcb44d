"""What rests sealed: secrets, bodies, answers; what each column is bound to."""

from chezhan.kernel.crypto import SealBroken, seal, unseal
from tenants.keys import key_here


def kept(*, column: str, text: str) -> bytes:
    return seal(key=key_here(), purpose=f"webhook.{column}", text=text)


def told(sealed: bytes | memoryview | None, *, column: str) -> str:
    """Empty for what is not there, was erased, or does not open."""
    if sealed is None:
        return ""
    try:
        return unseal(key=key_here(), purpose=f"webhook.{column}", sealed=bytes(sealed))
    except SealBroken:
        return ""
