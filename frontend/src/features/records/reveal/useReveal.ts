import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { revealFields } from "@/api/sdk.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import type { Entity, Field } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { isMask } from "../form/values";

export type Reveal = ReturnType<typeof useReveal>;

/** Masked values of one record that its reader had shown, for as long as the page is open. Nothing is kept beyond. */
export function useReveal(store: string, entity: Entity, record: Row) {
  const refuse = useErrorNotice();
  const [shown, setShown] = useState<Record<string, unknown>>({});
  const [asked, setAsked] = useState<Field | null>(null);
  const asking = useMutation({
    mutationFn: ({ field, reason }: { field: Field; reason: string }) =>
      revealFields({
        headers: inStore(store),
        path: { entity: entity.name, record_id: idOf(record) },
        body: { fields: [field.name], reason },
      }),
    onSuccess: (answer, { field }) => {
      setAsked(null);
      setShown((before) => ({ ...before, [field.name]: answer.record[field.name] }));
    },
    onError: (error, { field, reason }) => {
      // Once a day the server asks why; the answer goes with the same request.
      if (isApiError(error, "reason_needed")) setAsked(field);
      else if (!reason) refuse(error);
    },
  });
  const isShown = (field: Field) => field.name in shown;
  return {
    isShown,
    isOffered: (field: Field) =>
      entity.actions.includes("reveal") &&
      (field.sensitivity !== "" || field.right === "masked") &&
      isMask(record[field.name], field),
    valueOf: (field: Field): unknown => (isShown(field) ? shown[field.name] : record[field.name]),
    toggle: (field: Field) => {
      if (isShown(field)) setShown(({ [field.name]: _, ...rest }) => rest);
      else if (!asking.isPending) asking.mutate({ field, reason: "" });
    },
    isPending: (field: Field) => asking.isPending && asking.variables.field.name === field.name,
    /** The field that waits for a reason. */
    asked,
    give: (reason: string) => asked && asking.mutate({ field: asked, reason }),
    giving: asking.isPending,
    refusal: asked && asking.variables?.reason ? asking.error : null,
    leave: () => {
      setAsked(null);
      asking.reset();
    },
  };
}
