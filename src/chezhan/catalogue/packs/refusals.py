"""What packs are refused for, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class UnknownPack(NotFound):
    code = "pack_unknown"
    message = "There is no such pack, or it is not installed here."


class UnknownPackRun(NotFound):
    code = "pack_run_unknown"
    message = "There is no such installation."


class BadPackFile(Invalid):
    """`params`: line, 0 for the whole; reason: yaml, size, alias, anchor, key, shape."""

    code = "pack_file_invalid"
    message = "This file is no pack; look at the line that is named, or export a pack to see what one looks like."


class BadPackItem(Invalid):
    """`params`: item (part/key), where in its body, and reason: the code of what it was refused for."""

    code = "pack_item_invalid"
    message = "An item of the pack says something that this product does not know; mend it in the file."


class BadPackReference(Invalid):
    """`params`: item, and named: what it names that does not stand before it."""

    code = "pack_reference_unknown"
    message = "An item of the pack names another that does not stand before it."


class PackBusy(Conflict):
    code = "pack_busy"
    message = "A pack is being installed here already; wait until it is done."


class PackPlanChanged(Conflict):
    code = "pack_plan_changed"
    message = "Something changed since you looked; look at what will happen again."


class PackUnsettled(Conflict):
    """`params`: count."""

    code = "pack_unsettled"
    message = "The store and the pack changed the same thing; say for each which is to hold."


class PackItemStays(Conflict):
    """It is left as the store's own."""

    code = "pack_item_stays"
    message = "The pack has this no more; it stays, since records or other things may use it."


class PackNothingNew(Invalid):
    code = "pack_nothing_new"
    message = "This version is installed already, and all of it is there."


# Codes of items that were passed over; they stand in the row of the item.
HAS_DRAFT, CHANGED_MEANWHILE, NOT_MADE = "pack_item_has_draft", "pack_item_changed", "pack_item_alone"
