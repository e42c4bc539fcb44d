"""Files of packs: those that ship, and those that somebody brings; checked whole before anything is made of them."""

from collections.abc import Mapping
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.packs.deciding import content_of
from chezhan.catalogue.packs.file import PackDocument, document_of, read_pack
from chezhan.catalogue.packs.models import PackFile
from chezhan.catalogue.packs.parts import Json
from chezhan.catalogue.packs.references import BY_NAME, named_in
from chezhan.catalogue.packs.refusals import BadPackReference, UnknownPack
from chezhan.catalogue.packs.shipped import shipped_packs


def checked_contents(document: PackDocument, *, language: str) -> Mapping[str, Json]:
    """What the pack gives, by item. Raises BadPackItem, BadPackReference with the item."""
    found: dict[str, Json] = {}
    for item in document.items:
        content = content_of(item, language=language)
        for path in named_in(content["body"]):
            if path not in found or path.partition("/")[0] in BY_NAME - {"role"}:
                raise BadPackReference(params={"item": item.path, "named": path})
        found[item.path] = content
    return found


def bring_file(*, actor: Actor, text: str) -> PackFile:
    """Kept, and nothing made of it. Raises Forbidden, BadPackFile, BadPackItem, BadPackReference."""
    require_designer(actor=actor, writes=True)
    document = read_pack(text)
    checked_contents(document, language=actor.language)
    return keep_file(actor=actor, document=document, shipped=False)


def keep_file(*, actor: Actor, document: PackDocument, shipped: bool) -> PackFile:
    """The same file is kept once."""
    kept, _ = PackFile.objects.get_or_create(
        pack=document.pack,
        version=document.version,
        digest=document.digest,
        defaults={"content": document.as_json(), "shipped": shipped, "by": actor.person_id},
    )
    return kept


def find_document(*, pack: str = "", file_id: UUID | None = None) -> PackDocument:
    """The one that ships by its key, or one that was brought. Raises UnknownPack."""
    if file_id is not None:
        kept = PackFile.objects.filter(id=file_id).first()
        found = document_of(kept.content) if kept is not None else None
    else:
        found = shipped_packs().get(pack)
    if found is None:
        raise UnknownPack
    return found
