import { changeField } from "@/api/sdk.gen";
import type { DesignedEntityOut, DesignedFieldOut, DesignOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import type { FieldChange } from "./ChangeSheet";
import { ChangeSheet } from "./ChangeSheet";
import { useDesigning } from "./useDesigning";

type Props = {
  store: string;
  kind: DesignOut;
  kinds: DesignedEntityOut[];
  field: DesignedFieldOut;
  onClose: () => void;
};

/** A field of this store. */
export function ChangeField({ store, kind, kinds, field, onClose }: Props) {
  const saving = useDesigning(
    store,
    ({ changes, acceptEmpty }: FieldChange) =>
      changeField({
        path: { entity: kind.name, field: field.name },
        body: { ...changes, accept_empty: acceptEmpty },
        headers: inStore(store),
      }),
    onClose,
  );
  return <ChangeSheet store={store} kind={kind} kinds={kinds} field={field} saving={saving} onClose={onClose} />;
}
