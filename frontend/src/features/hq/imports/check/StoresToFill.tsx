import { PlusCircleOutlined, ShopOutlined } from "@ant-design/icons";
import type { PartOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { formatCount, formatMoney } from "@/format/money";
import { ScrollRegion } from "@/features/imports/frame/ScrollRegion";
import { useImportsTexts } from "@/features/imports/texts";
import styles from "@/features/imports/check/check.module.css";

/** Which store gets how much, and whether it is there already. */
export function StoresToFill({ parts }: { parts: PartOut[] }) {
  const t = useImportsTexts();
  return (
    <Panel title={t("check.byStore", { count: parts.length })} flush>
      <ScrollRegion label={t("check.byStore", { count: parts.length })}>
        <table className={styles.table} data-cards>
          <thead>
            <tr>
              <th scope="col">{t("part.store")}</th>
              <th scope="col">{t("part.state")}</th>
              <th scope="col">{t("part.rows")}</th>
              <th scope="col">{t("part.amount")}</th>
              <th scope="col">{t("check.create")}</th>
              <th scope="col">{t("check.update")}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.number}>
                <th scope="row">
                  {part.name}
                  {part.store && part.store.name !== part.name && (
                    <div className={styles.soft}>{t("part.goesTo", { store: part.store.name })}</div>
                  )}
                </th>
                <td data-state>
                  {part.store ? <ShopOutlined aria-hidden /> : <PlusCircleOutlined aria-hidden />}{" "}
                  {t(part.store ? "part.there" : "part.toMake")}
                </td>
                <td data-label={t("part.rows")}>{formatCount(part.rows)}</td>
                <td data-label={t("part.amount")} data-wide>{formatMoney(part.amount)}</td>
                <td data-label={t("check.create")}>{part.would_create === null ? "–" : formatCount(part.would_create)}</td>
                <td data-label={t("check.update")}>{part.would_update === null ? "–" : formatCount(part.would_update)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}
