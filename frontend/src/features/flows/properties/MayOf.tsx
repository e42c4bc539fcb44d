import { Checkbox } from "antd";
import styles from "../designer/designer.module.css";
import { useFlowTexts } from "../texts";
import { Member } from "./Member";

/** What those who are asked may do besides answering. */
export function MayOf<One extends "transfer" | "delegate" | "add" | "return">({ offered, value, onChange }: { offered: readonly One[]; value: readonly One[]; onChange: (may: One[]) => void }) {
  const t = useFlowTexts();
  return (
    <Member title={t("may.title")}>
      <Checkbox.Group
        className={styles.checks ?? ""}
        value={[...value]}
        options={offered.map((one) => ({ value: one, label: t(`may.${one}`) }))}
        onChange={(chosen) => onChange(offered.filter((one) => chosen.includes(one)))}
      />
    </Member>
  );
}
