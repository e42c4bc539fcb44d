import { useMutation } from "@tanstack/react-query";
import { Button, Checkbox, Select } from "antd";
import { useId, useState } from "react";
import { convertField, previewConversion } from "@/api/sdk.gen";
import type { DesignedFieldOut, PreviewOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SuccessNote } from "@/components/SuccessNote";
import type { FieldKind } from "@/features/fields/field";
import { refusalText } from "@/features/fields/refusalText";
import { inStore } from "@/http/inStore";
import styles from "./design.module.css";
import { convertibleTo } from "./types";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

type Props = { store: string; entity: string; field: DesignedFieldOut; onClose: () => void };

/** Another type for a field: first what would become of its values, then the change. */
export function ConvertField({ store, entity, field, onClose }: Props) {
  const { t, label, type: typeName } = useDesignWords();
  const id = useId();
  const [to, setTo] = useState<FieldKind | null>(null);
  const [accept, setAccept] = useState(false);
  const path = { entity, field: field.name };
  const headers = inStore(store);
  const looking = useMutation({ mutationFn: (type: FieldKind) => previewConversion({ path, body: { type }, headers }) });
  const converting = useDesigning(store, (type: FieldKind) =>
    convertField({ path, body: { type, accept_loss: accept }, headers }),
  );
  const types = convertibleTo(field.type as FieldKind);
  const preview = looking.data;
  return (
    <Sheet open title={t("convert.title", { name: label(field.label) })} onClose={onClose}>
      <div className={styles.form}>
        {types.length === 0 && <p>{t("convert.none")}</p>}
        {types.length > 0 && !converting.data && (
          <div className={styles.field}>
            <label htmlFor={id}>{t("convert.to")}</label>
            <Select
              id={id}
              showSearch={{ optionFilterProp: "label" }}
              value={to}
              onChange={(type) => {
                setTo(type);
                setAccept(false);
                looking.reset();
                converting.reset();
              }}
              options={types.map((value) => ({ value, label: typeName(value) }))}
            />
          </div>
        )}
        {preview && !converting.data && <Outcome preview={preview} />}
        {preview && preview.refused > 0 && !converting.data && (
          <Checkbox checked={accept} onChange={(event) => setAccept(event.target.checked)}>
            {t("convert.accept")}
          </Checkbox>
        )}
        {(looking.error ?? converting.error) && <FormError error={looking.error ?? converting.error} />}
        {converting.data && <SuccessNote text={t(converting.data.queued ? "convert.queued" : "convert.done")} />}
        <div className={styles.buttons}>
          {(converting.data || types.length === 0) && <Button onClick={onClose}>{t("done.close")}</Button>}
          {to && !preview && (
            <Button type="primary" loading={looking.isPending} onClick={() => looking.mutate(to)}>
              {t("convert.look")}
            </Button>
          )}
          {to && preview && !converting.data && (
            <Button
              type="primary"
              disabled={preview.refused > 0 && !accept}
              loading={converting.isPending}
              onClick={() => converting.mutate(to)}
            >
              {t("convert.confirm")}
            </Button>
          )}
        </div>
      </div>
    </Sheet>
  );
}

function Outcome({ preview }: { preview: PreviewOut }) {
  const { t } = useDesignWords();
  const { total, empty, refused, samples } = preview;
  return (
    <div className={styles.preview} role="status">
      <b>{t("convert.total", { count: total })}</b>
      <span>{t("convert.fine", { count: total - empty - refused })}</span>
      <span>{t("convert.empty", { count: empty })}</span>
      <span className={refused > 0 ? styles.error : undefined}>{t("convert.refused", { count: refused })}</span>
      {refused > 0 && samples.length === 0 && <span className={styles.soft}>{t("convert.noSamples")}</span>}
      {samples.length > 0 && (
        <>
          <span className={styles.soft}>{t("convert.samples")}</span>
          <ul>
            {samples.map(({ value, code }) => (
              <li key={value}>
                <b>{value}</b> <span className={styles.soft}>{refusalText({ code, params: {} })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
