import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { addField } from "@/api/sdk.gen";
import type { DesignedEntityOut, DesignedFieldOut, DesignOut } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import { SuccessNote } from "@/components/SuccessNote";
import { listPath } from "@/features/records/paths";
import { inStore } from "@/http/inStore";
import styles from "./design.module.css";
import { addition, newDraft } from "./draft";
import type { FieldDraft } from "./draft";
import { FieldForm } from "./FieldForm";
import { TypePalette } from "./TypePalette";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

type Props = { store: string; kind: DesignOut; kinds: DesignedEntityOut[]; onClose: () => void };

/** A new field: its type, then all about it, then where it can be seen. */
export function AddField({ store, kind, kinds, onClose }: Props) {
  const { t, type: typeName } = useDesignWords();
  const [draft, setDraft] = useState<FieldDraft | null>(null);
  const [made, setMade] = useState<DesignedFieldOut | null>(null);
  const saving = useDesigning(
    store,
    (wanted: FieldDraft) => addField({ path: { entity: kind.name }, body: addition(wanted), headers: inStore(store) }),
    setMade,
  );
  const title = draft ? t("field.addOf", { type: typeName(draft.type) }) : t("field.addTitle");

  function again(): void {
    setMade(null);
    setDraft(null);
    saving.reset();
  }
  return (
    <Sheet open title={made ? t("field.add") : title} width={720} onClose={onClose}>
      {made && <Done store={store} kind={kind} made={made} onAgain={again} onClose={onClose} />}
      {!made && !draft && <TypePalette onChoose={(type) => setDraft(newDraft(type))} />}
      {!made && draft && (
        <FieldForm
          store={store}
          kind={kind}
          kinds={kinds}
          draft={draft}
          name={null}
          added
          error={saving.error}
          pending={saving.isPending}
          aside={<Button onClick={again}>{t("field.back")}</Button>}
          onChange={setDraft}
          onSave={() => saving.mutate(draft)}
        />
      )}
    </Sheet>
  );
}

type DoneProps = Omit<Props, "kinds"> & { made: DesignedFieldOut; onAgain: () => void };

function Done({ store, kind, made, onAgain, onClose }: DoneProps) {
  const { t, label } = useDesignWords();
  return (
    <div className={styles.form}>
      <SuccessNote text={t("done.field", { name: label(made.label) })} />
      <p>{t("done.fieldText")}</p>
      <div className={styles.buttons}>
        <Link to={listPath(store, kind.name)}>{t("done.list")}</Link>
        <Button onClick={onAgain}>{t("done.again")}</Button>
        <Button type="primary" onClick={onClose}>
          {t("done.close")}
        </Button>
      </div>
    </div>
  );
}
