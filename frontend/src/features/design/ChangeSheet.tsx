import { Button, Checkbox } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import type { DesignedEntityOut, DesignedFieldOut, DesignOut } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { isApiError } from "@/http/ApiError";
import { changesOf, draftOf } from "./draft";
import { FieldForm } from "./FieldForm";
import { useDesignWords } from "./useDesignWords";

export type FieldChange = { changes: ReturnType<typeof changesOf>; acceptEmpty: boolean };

type Props = {
  /** The store whose kinds the field is checked against. */
  store: string;
  kind: DesignOut | undefined;
  kinds: DesignedEntityOut[] | undefined;
  field: DesignedFieldOut;
  saving: { error: Error | null; isPending: boolean; mutate: (change: FieldChange) => void };
  /** A field made required may be let through with empty values before anybody complains. */
  emptyAhead?: boolean;
  note?: ReactNode;
  onClose: () => void;
};

/** What a field is called, says and asks for. */
export function ChangeSheet({ store, kind, kinds, field, saving, emptyAhead = false, note, onClose }: Props) {
  const { t, label } = useDesignWords();
  const tCommon = useCommonTexts();
  const [before] = useState(() => draftOf(field));
  const [draft, setDraft] = useState(before);
  const [acceptEmpty, setAcceptEmpty] = useState(false);
  const added = field.origin !== "product";
  const changes = changesOf(before, draft, added);
  const empties = acceptEmpty || isApiError(saving.error, "empty_values") || (emptyAhead && draft.required && !before.required);
  return (
    <Sheet open title={t("field.editTitle", { name: label(field.label) })} width={720} onClose={onClose}>
      {kind && kinds ? (
        <FieldForm
          store={store}
          kind={kind}
          kinds={kinds}
          draft={draft}
          name={field.name}
          added={added}
          error={saving.error}
          pending={saving.isPending}
          unchanged={Object.keys(changes).length === 0}
          aside={
            empties ? (
              <Checkbox checked={acceptEmpty} onChange={(event) => setAcceptEmpty(event.target.checked)}>
                {t("field.acceptEmpty")}
              </Checkbox>
            ) : (
              <Button onClick={onClose}>{tCommon("cancel")}</Button>
            )
          }
          onChange={setDraft}
          onSave={() => saving.mutate({ changes, acceptEmpty })}
        />
      ) : (
        <SkeletonRows />
      )}
      {note}
    </Sheet>
  );
}
