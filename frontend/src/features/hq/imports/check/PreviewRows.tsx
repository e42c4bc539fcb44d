import type { PlanOut, TargetOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { formatPlate } from "@/format/plate";
import { ScrollRegion } from "@/features/imports/frame/ScrollRegion";
import { useImportsTexts } from "@/features/imports/texts";
import { useText } from "@/features/imports/useText";
import styles from "@/features/imports/check/check.module.css";

function shown(value: string | null | undefined, kind: TargetOut["kind"]): string | null {
  if (value === null || value === undefined) return null;
  return kind === "plate" ? formatPlate(value) : value;
}

/** The first rows as they were understood. */
export function PreviewRows({ plan, targets }: { plan: PlanOut; targets: TargetOut[] }) {
  const t = useImportsTexts();
  const text = useText();
  const used = targets.filter(({ key }) => plan.preview.some(({ understood }) => key in understood));
  return (
    <Panel title={t("preview.title", { count: plan.preview.length })} flush>
      <ScrollRegion label={t("preview.title", { count: plan.preview.length })}>
        <table className={styles.table} data-kind="preview">
          <thead>
            <tr>
              <th scope="col">{t("problems.row")}</th>
              {used.map(({ key, label }) => (
                <th key={key} scope="col">
                  {text(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.preview.map(({ row, understood, faults }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {used.map(({ key, kind }) => {
                  const fault = faults.find(({ target }) => target === key);
                  return (
                    <td key={key} data-fault={fault !== undefined} title={fault && text(fault.text)}>
                      {shown(understood[key], kind) ?? fault?.value ?? "–"}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}
