import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { carryOutBulk } from "@/api/sdk.gen";
import type { BulkOrderIn } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import { inStore } from "@/http/inStore";
import type { Entity } from "../api/entities";
import { readAnew } from "../api/save";
import { useRecordsTexts } from "../texts";
import { BulkTags } from "@/features/tags/BulkTags";
import { useTagsTexts } from "@/features/tags/texts";
import { BulkChange } from "./BulkChange";
import { BulkPreview } from "./BulkPreview";
import { deletion } from "./order";
import type { Choice } from "./order";
import { useOfferUndo } from "./useOfferUndo";

export type Doing = "change" | "delete" | "tag";

type Props = {
  store: string;
  entity: Entity;
  doing: Doing | null;
  choice: Choice;
  onClose: () => void;
  onDone: () => void;
};

/** A change to many records: what would happen first, then the deed, then ten seconds to undo it. */
export function BulkSheet({ store, entity, doing, choice, onClose, onDone }: Props) {
  const t = useRecordsTexts();
  const tTags = useTagsTexts();
  const [tagging, setTagging] = useState<BulkOrderIn | null>(null);
  const client = useQueryClient();
  const offerUndo = useOfferUndo(store);
  const carrying = useMutation({
    mutationFn: (order: BulkOrderIn) =>
      carryOutBulk({ headers: inStore(store), path: { entity: entity.name }, body: { ...order, skip_refused: true } }),
    onSuccess: ({ operation_id, changed }, { kind }) => {
      void readAnew(client, store);
      offerUndo({ operation: operation_id, text: t(kind === "delete" ? "bulk.deleted" : "bulk.changed", { count: changed }) });
      setTagging(null);
      onDone();
    },
  });
  const common = {
    store,
    entity,
    carrying: carrying.isPending,
    error: carrying.error,
    onCarryOut: (order: BulkOrderIn) => carrying.mutate(order),
  };
  const close = () => {
    carrying.reset();
    setTagging(null);
    onClose();
  };
  return (
    <Sheet open={doing !== null} title={doing === "tag" ? tTags("bulkTitle") : t(doing === "delete" ? "bulk.deleteTitle" : "bulk.changeTitle")} onClose={close}>
      {doing === "delete" && <BulkPreview {...common} order={deletion(choice)} />}
      {doing === "tag" && !tagging && <BulkTags store={store} choice={choice} onOrder={setTagging} />}
      {doing === "tag" && tagging && <BulkPreview {...common} order={tagging} onBack={() => setTagging(null)} />}
      {doing === "change" && <BulkChange {...common} choice={choice} />}
    </Sheet>
  );
}
