import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from chezhan.config.embedded.errors import ServiceFailure


@dataclass(frozen=True)
class Passwords:
    superuser: str
    owner: str
    app: str
    valkey: str
    secret_key: str
    # 32 bytes in base64, as token_urlsafe makes them; lost, it takes all sealed data with it
    master_key: str


def load_passwords(path: Path) -> Passwords:
    """Reads the passwords of one set of embedded services, or makes them; only the file's owner may read it."""
    if path.exists():
        try:
            known = json.loads(path.read_text())
            if "master_key" not in known:
                # made before there was one
                known["master_key"] = secrets.token_urlsafe(32)
                write_private(path=path, text=json.dumps(known))
            return Passwords(**known)
        except (ValueError, TypeError):
            raise ServiceFailure(
                f"{path} is damaged. Put back a copy, or remove the whole folder {path.parent} "
                "to start with empty services."
            ) from None
    made = Passwords(**{field.name: secrets.token_urlsafe(32) for field in fields(Passwords)})
    write_private(path=path, text=json.dumps(asdict(made)))
    return made


def write_private(*, path: Path, text: str) -> None:
    """Replaces the file in one step, readable by its owner alone from its first byte on."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
