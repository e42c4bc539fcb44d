import { useQuery } from "@tanstack/react-query";
import { Radio } from "antd";
import { useId } from "react";
import type { RecordImportOut } from "@/api/types.gen";
import { rulesQuery } from "@/features/duplicates/api";
import { useImportsTexts } from "../texts";
import { usedTargets } from "./mapping";
import type { Order } from "./mapping";
import styles from "./store.module.css";
import { useTargetName } from "./useTargetName";

const likes = ["", "skip", "create"] as const;

/** What becomes of new rows that are like a record or another row, by those of the store's rules whose fields the file has. */
export function LikesChoice(props: { store: string; job: RecordImportOut; order: Order; onChange: (order: Order) => void }) {
  const { store, job, order, onChange } = props;
  const t = useImportsTexts();
  const nameOf = useTargetName(job.targets);
  const id = useId();
  const rules = (useQuery(rulesQuery(store, job.entity)).data ?? []).filter((rule) => rule.enabled);
  const used = usedTargets(order);
  const fitting = rules.filter((rule) => rule.fields.every((name) => used.includes(name)));
  if (rules.length === 0) return null;
  const names = fitting.map((rule) =>
    rule.fields.map((name) => (name === rule.alike ? t("store.match.alike", { field: nameOf(name) }) : nameOf(name))).join(" + "),
  );
  return (
    <div className={styles.choice}>
      <span id={id}>{t("store.match.likes")}</span>
      <div>
        <Radio.Group
          aria-labelledby={id}
          disabled={fitting.length === 0}
          value={fitting.length === 0 ? "" : (order.likes ?? "")}
          onChange={(event) => onChange({ ...order, likes: event.target.value as Order["likes"] })}
          options={likes.map((value) => ({ value, label: t(`store.match.like.${value || "none"}`) }))}
        />
        <span className={styles.soft}>
          {fitting.length === 0
            ? t("store.match.likesNone")
            : t("store.match.likesBy", { rules: names.join(t("store.match.between")) })}
        </span>
      </div>
    </div>
  );
}
