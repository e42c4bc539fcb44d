"""Why a step of an import is refused."""

import datetime as dt
from uuid import UUID

from chezhan.kernel.errors import Conflict, Forbidden, Invalid


class ImportAtWork(Conflict):
    """The group's one place is taken: `params` say by whom, since when, and where to look."""

    code = "import_at_work"

    def __init__(self, *, import_id: UUID, by: str, since: dt.datetime | None, group: str, same_file: bool) -> None:
        what = "This very file is being imported" if same_file else "An import is running"
        super().__init__(
            f"{what} by {by} since {since:%Y-%m-%d %H:%M} UTC; look at it, or wait until it is done."
            if since
            else f"{what} by {by}; look at it, or wait until it is done.",
            params={
                "import_id": str(import_id),
                "by": by,
                "since": since.isoformat() if since else None,
                "path": f"/hq/{group}/imports/{import_id}",
                "same_file": same_file,
            },
        )


class WrongMoment(Conflict):
    """`params`: the step that was asked for, and the status that does not allow it."""

    code = "import_wrong_moment"

    def __init__(self, *, step: str, status: str) -> None:
        super().__init__(
            f"The import is {status}, so this can't be done now: {step}. Reload to see where it stands.",
            params={"step": step, "status": status},
        )


class NothingToImport(Invalid):
    code = "import_nothing"
    message = "Not one row of the file can go in; download the refused rows, mend them and send the file again."


class OwnerMustStart(Forbidden):
    code = "import_owner_must_start"

    def __init__(self, *, stores: list[str]) -> None:
        super().__init__(
            f"{len(stores)} stores of the file do not exist yet, and only the group owner may create them; "
            "ask the owner to start this import or to add the stores.",
            params={"count": len(stores), "stores": stores[:20]},
        )


class StoresMissing(Conflict):
    code = "import_stores_missing"

    def __init__(self, *, stores: list[str]) -> None:
        super().__init__(
            f"{len(stores)} stores of the file do not exist; allow them to be created, or add them first.",
            params={"count": len(stores), "stores": stores[:20]},
        )


class StoresNotOpen(Conflict):
    code = "import_stores_not_open"

    def __init__(self, *, stores: list[str]) -> None:
        super().__init__(
            f"These stores are suspended or closed: {', '.join(stores[:5])}. Open them or take their rows out.",
            params={"count": len(stores), "stores": stores[:20]},
        )
