import type { ImportTargetOut, ImportTrialOut, LabelOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import styles from "../check/check.module.css";
import { ScrollRegion } from "../frame/ScrollRegion";
import { useImportsTexts } from "../texts";
import { useText } from "../useText";

/** The first rows as they will be. */
export function PreviewRows({ trial, targets }: { trial: ImportTrialOut; targets: ImportTargetOut[] }) {
  const t = useImportsTexts();
  const text = useText();
  const used = targets.filter(({ key }) => trial.preview.some(({ values, faults }) => key in values || key in faults));
  const title = t("preview.title", { count: trial.preview.length });

  function shown(target: ImportTargetOut, value: string | undefined): string {
    const option = (target.options as { value: string; label: LabelOut }[]).find((one) => one.value === value);
    return option ? text(option.label) : (value ?? "–");
  }
  return (
    <Panel title={title} flush>
      <ScrollRegion label={title}>
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
            {trial.preview.map(({ row, values, faults }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {used.map((target) => {
                  const fault = faults[target.key];
                  return (
                    <td key={target.key} data-fault={fault !== undefined} title={fault && text(fault)}>
                      {shown(target, values[target.key])}
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
