"""Why a step of an import is refused."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class UnknownImport(NotFound):
    code = "unknown_import"
    message = "There is no such import of yours here."


class OrderInvalid(Invalid):
    """`fields`: target, or "keys", → codes of what is wrong there."""

    code = "import_order_invalid"
    message = "Some fields have no column, two, or can't be used like that; mend what is marked and try again."


class ImportMoment(Conflict):
    """`params`: the step that was asked for, and the status that does not allow it."""

    code = "import_moment"

    def __init__(self, *, step: str, status: str) -> None:
        super().__init__(
            f"The import is {status}, so this can't be done now: {step}. Reload to see where it stands.",
            params={"step": step, "status": status},
        )


class ImportFilesGone(Conflict):
    code = "import_files_gone"
    message = "The file of this import is not kept any more; send it again."


class TemplateTaken(Conflict):
    code = "import_template_taken"
    message = "Another mapping has this name; choose another name."


class UnknownTemplate(NotFound):
    code = "unknown_import_template"
    message = "There is no such mapping."


class PersonMustImport(Invalid):
    code = "import_by_person"
    message = "A token can't import files; sign in and do it as a person, or send records to the API in batches."


class NotBrought(Invalid):
    """`params`: field."""

    code = "state_not_brought"
    message = "A record can't come with an import as far on as this; leave it out, and go on with its actions."
