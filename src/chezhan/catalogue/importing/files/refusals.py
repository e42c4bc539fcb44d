"""Why a file is refused as a whole: each names what was found and what to do about it."""

from chezhan.kernel.errors import AppError


class FileRefused(AppError):
    status = 422


class FileEmpty(FileRefused):
    code = "import_file_empty"
    message = "The file is empty; choose the file that holds your data."


class FileHeaderOnly(FileRefused):
    code = "import_file_header_only"
    message = "The file has column names but no rows below them; add the rows and send it again."


class FileBinary(FileRefused):
    """`params.kind` names what the content is, whatever the file is called."""

    code = "import_file_binary"

    def __init__(self, *, kind: str) -> None:
        super().__init__(
            f"This is {kind}, not a CSV file, whatever its name says; open it and save the table as CSV (UTF-8).",
            params={"kind": kind},
        )


class FileHasZeros(FileRefused):
    code = "import_file_zeros"

    def __init__(self, *, line: int) -> None:
        super().__init__(
            f"Line {line} holds zero bytes, which no text has; the file is damaged or is not a CSV file. "
            "Export it again as CSV (UTF-8).",
            params={"line": line},
        )


class FileEncodingUnknown(FileRefused):
    code = "import_file_encoding"

    def __init__(self, *, line: int) -> None:
        super().__init__(
            f"Line {line} is neither UTF-8, UTF-16 nor GB18030 text; save the file as CSV (UTF-8) and send it again.",
            params={"line": line},
        )


class FileLineTooLong(FileRefused):
    code = "import_file_line_too_long"

    def __init__(self, *, row: int, limit: int) -> None:
        super().__init__(
            f"Row {row} runs on for more than {limit} characters; a quotation mark may be missing there. "
            "Mend the row and send the file again.",
            params={"row": row, "limit": limit},
        )


class FileQuoteOpen(FileRefused):
    code = "import_file_quote_open"

    def __init__(self, *, row: int) -> None:
        super().__init__(
            f"A quotation mark opened in row {row} is never closed, so every row after it is inside one cell. "
            "Close it or take it out, and send the file again.",
            params={"row": row},
        )


class FileTooManyColumns(FileRefused):
    code = "import_file_columns"

    def __init__(self, *, columns: int, limit: int) -> None:
        super().__init__(
            f"The file has {columns} columns and at most {limit} can be read; take out those you do not need.",
            params={"columns": columns, "limit": limit},
        )


class FileTooManyRows(FileRefused):
    code = "import_file_rows"

    def __init__(self, *, limit: int) -> None:
        super().__init__(
            f"The file has more than {limit} rows; split it into several files and import them one by one.",
            params={"limit": limit},
        )


class FileTooManyStores(FileRefused):
    code = "import_file_stores"

    def __init__(self, *, column: str, limit: int) -> None:
        super().__init__(
            f"The column “{column}” holds more than {limit} different stores; "
            "choose the column with the store's name and try again.",
            params={"column": column, "limit": limit},
        )


class FileBroken(FileRefused):
    code = "import_file_broken"
    message = "The file is damaged or cut off; open it, save it again, and send the new file."


class FileLocked(FileRefused):
    code = "import_file_locked"
    message = "The file is locked with a password; take the password off and send it again."


class FileHoldsEntities(FileRefused):
    code = "import_file_entities"
    message = (
        "The file holds document types or entities, which no spreadsheet program writes; "
        "open it in Excel, save it anew and send that."
    )


class FileUnpacksTooLarge(FileRefused):
    """Said of what a packed file would be once unpacked; nothing was unpacked."""

    code = "import_file_unpacks"

    def __init__(self, *, megabytes: int, limit_mb: int) -> None:
        super().__init__(
            f"Unpacked, the file has {megabytes} MB, more than the {limit_mb} MB that are read; "
            "save the sheet as CSV (UTF-8) and send that.",
            params={"megabytes": megabytes, "limit_mb": limit_mb},
        )


class FileSheetTooLarge(FileRefused):
    code = "import_file_sheet"

    def __init__(self, *, sheet: str, rows: int, columns: int, limit: int) -> None:
        super().__init__(
            f"The sheet {sheet} spans {rows} rows and {columns} columns, more than {limit} cells; "
            "save it as CSV (UTF-8), of which millions of rows are read, or take out empty rows and columns.",
            params={"sheet": sheet, "rows": rows, "columns": columns, "limit": limit},
        )


class FileTooManyMarks(FileRefused):
    """Merged cells, or cells that show an error, of which each would have to be told."""

    code = "import_file_marks"

    def __init__(self, *, sheet: str, limit: int) -> None:
        super().__init__(
            f"The sheet {sheet} has more than {limit} merged cells or cells with errors; mend them, or save the sheet "
            "as CSV (UTF-8) and send that.",
            params={"sheet": sheet, "limit": limit},
        )


class FileTooHeavy(FileRefused):
    """The process that read it ran out of what it may use."""

    code = "import_file_heavy"
    message = "Reading the file takes more memory or time than it may; save the sheet as CSV (UTF-8) and send that."


class FileNoSheet(FileRefused):
    code = "import_file_no_sheet"
    message = "The workbook has no sheet with rows in it; choose the file that holds your data."


class FileNoHeaderHere(FileRefused):
    code = "import_file_header_row"

    def __init__(self, *, row: int) -> None:
        super().__init__(
            f"Row {row} holds no column names or no rows follow it; choose the row with the column names.",
            params={"row": row},
        )


class FileTooLarge(FileRefused):
    code = "body_too_large"
    status = 413

    def __init__(self, *, limit_mb: int) -> None:
        super().__init__(
            f"The file is larger than {limit_mb} MB; split it and send the parts.", params={"limit_mb": limit_mb}
        )


class NoRoom(AppError):
    code = "no_room"
    status = 507
    message = "The server has no room left for the file; free disk space and send it again."
