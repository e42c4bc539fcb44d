import { CheckCircleFilled, ExclamationCircleFilled } from "@ant-design/icons";
import type { ImportTargetOut } from "@/api/types.gen";
import styles from "../columns/columns.module.css";
import { useImportsTexts } from "../texts";
import type { Order, Problems } from "./mapping";
import { useTargetName } from "./useTargetName";

/** The fields without which no new record goes in, each with whether it has a column. */
export function RequiredTargets(props: { targets: ImportTargetOut[]; problems: Problems; mode: NonNullable<Order["mode"]> }) {
  const { targets, problems, mode } = props;
  const t = useImportsTexts();
  const nameOf = useTargetName(targets);
  const names = [...new Set(targets.filter(({ required }) => required).map(({ key, link }) => link ?? key))];
  if (mode === "update") return <p>{t("store.columns.onlyKeys")}</p>;
  if (names.length === 0) return <p>{t("store.columns.noneRequired")}</p>;
  return (
    <ul className={styles.required}>
      {names.map((name) => {
        const lacking = problems.missing.includes(name);
        return (
          <li key={name} data-wrong={lacking}>
            {lacking ? <ExclamationCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />}
            <span>{nameOf(name)}</span>
            {lacking ? <strong>{t("columns.missing")}</strong> : <span className="cz-hidden">{t("columns.found")}</span>}
          </li>
        );
      })}
    </ul>
  );
}
