import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Sheet } from "@/components/Sheet";
import { canBeWritten, FieldInput } from "@/features/fields/FieldInput";
import type { Field } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { nameOf } from "../said/telling";
import { whomText } from "../said/who";
import type { Asking } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import styles from "./designer.module.css";
import { useDesigner } from "./useDesigner";
import { useStepForm } from "./useStepForm";

/** What whoever is asked is shown, on a phone: the words, the fields by this step's rights, what they may answer. Nothing is kept. */
export function AskedPreview({ node, onClose }: { node: Asking; onClose: () => void }) {
  const t = useFlowTexts();
  const { i18n } = useTranslation();
  const { store, telling } = useDesigner();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const { fields } = telling.told.entity;
  const { entered, there } = useStepForm(store, node.form);
  const rightOf = ({ name }: Field) => node.fields.find(({ field }) => field === name)?.right ?? (entered?.has(name) ? "write" : "read");
  const isAsked = (field: Field) => canBeWritten(field) && (rightOf(field) === "write" || rightOf(field) === "required");
  const seen = fields.filter(({ name }) => there?.has(name) ?? true);
  const asked = seen.filter(isAsked);
  const shown = seen.filter((field) => rightOf(field) !== "hidden" && !asked.includes(field));
  const answers = node.kind === "approval" ? (["approved", "rejected"] as const) : (["done"] as const);
  return (
    <Sheet open title={t("preview.title")} width={420} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.soft}>{t("preview.note", { who: whomText(node.who, telling) })}</p>
        <h3>{nameOf(node, t)}</h3>
        {node.text && <p>{node.text}</p>}
        {node.form && <p className={styles.soft}>{t("preview.byForm", { form: telling.forms.get(node.form) ?? t("lost") })}</p>}
        {asked.map((field) => (
          <FieldInput
            key={field.name}
            field={{ ...field, required: rightOf(field) === "required" }}
            store={store}
            value={values[field.name]}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        <h3>{t("preview.shown")}</h3>
        <p className={styles.soft}>{shown.map((field) => labelIn(field.label, i18n.language)).join(t("comma")) || t("preview.nothing")}</p>
        {node.kind === "approval" && <Input.TextArea aria-label={t("remark.title")} placeholder={t("preview.remark", { rule: t(`remark.${node.comment}`) })} />}
        <div className={styles.buttons}>
          {node.may.map((one) => (
            <Button key={one} disabled>
              {t(`mayButton.${one}`)}
            </Button>
          ))}
          {answers.map((one) => (
            <Button key={one} type={one === "rejected" ? "default" : "primary"} disabled>
              {t(`answer.${one}`)}
            </Button>
          ))}
        </div>
      </div>
    </Sheet>
  );
}
