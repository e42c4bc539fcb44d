"""The reader without its guards, for the torture alone: nothing is too large, and numbers pass as they came."""

from chezhan.catalogue.importing.files import child, packing, tables, workbooks


def main() -> None:
    for name in ("UNPACKED_LIMIT", "PART_LIMIT", "STRINGS_LIMIT", "RATIO"):
        setattr(packing, name, 1 << 60)
    workbooks.CELLS_LIMIT = workbooks.COLUMN_LIMIT = 1 << 60
    tables.SAFE_DIGITS = 400
    child.main()


if __name__ == "__main__":
    main()
