"""What rests sealed: secrets and posts; what each column is bound to."""

from chezhan.kernel.crypto import SealBroken, seal, unseal
from tenants.keys import key_here


def kept(*, column: str, text: str) -> bytes:
    return seal(key=key_here(), purpose=column, text=text)


def told(sealed: bytes | memoryview | None, *, column: str) -> str:
    """Empty for what is not there, was erased, or does not open."""
    if sealed is None:
        return ""
    try:
        return unseal(key=key_here(), purpose=column, sealed=bytes(sealed))
    except SealBroken:
        return ""


SECRET, PAYLOAD = "lead_source.secret", "lead_post.payload"
