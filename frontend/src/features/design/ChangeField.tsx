import { Button, Checkbox } from "antd";
import { useState } from "react";
import { changeField } from "@/api/sdk.gen";
import type { DesignedEntityOut, DesignedFieldOut, DesignOut } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { changesOf, draftOf } from "./draft";
import { FieldForm } from "./FieldForm";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

type Props = {
  store: string;
  kind: DesignOut;
  kinds: DesignedEntityOut[];
  field: DesignedFieldOut;
  onClose: () => void;
};

/** What a field is called, says and asks for. */
export function ChangeField({ store, kind, kinds, field, onClose }: Props) {
  const { t, label } = useDesignWords();
  const [before] = useState(() => draftOf(field));
  const [draft, setDraft] = useState(before);
  const [acceptEmpty, setAcceptEmpty] = useState(false);
  const added = field.origin !== "product";
  const changes = changesOf(before, draft, added);
  const saving = useDesigning(
    store,
    () =>
      changeField({
        path: { entity: kind.name, field: field.name },
        body: { ...changes, accept_empty: acceptEmpty },
        headers: inStore(store),
      }),
    onClose,
  );
  const empties = acceptEmpty || isApiError(saving.error, "empty_values");
  return (
    <Sheet open title={t("field.editTitle", { name: label(field.label) })} width={720} onClose={onClose}>
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
            <Button onClick={onClose}>{t("order.drop")}</Button>
          )
        }
        onChange={setDraft}
        onSave={() => saving.mutate(undefined)}
      />
    </Sheet>
  );
}
