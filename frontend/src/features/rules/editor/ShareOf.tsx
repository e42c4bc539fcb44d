import { Checkbox, Segmented, Select } from "antd";
import type { Action, Aspect, Of } from "../definition";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";
import type { PartProps } from "./Part";
import { RoleSelect } from "./RoleSelect";

type Props = Pick<PartProps, "told"> & { value: Of<Action, "share">; onChange: (action: Action) => void };

/** Among whom records are shared out, and how. */
export function ShareOf({ told, value, onChange }: Props) {
  const t = useRuleTexts();
  const by = value.by ?? [];
  const offered = [...new Set([...by, ...told.entity.shared_by])] as Aspect[];
  return (
    <>
      <RoleSelect label={t("share.role")} value={value.role} onChange={(role) => onChange({ ...value, role })} />
      {offered.length > 0 && (
        <>
          <Select
            mode="multiple"
            className={styles.wide ?? ""}
            aria-label={t("share.by")}
            placeholder={t("share.by")}
            value={by}
            options={offered.map((one) => ({ value: one, label: t(`share.aspect.${one}`) }))}
            onChange={(chosen: Aspect[]) => onChange({ ...value, by: chosen })}
          />
          <span className={styles.soft}>{t("share.byHint")}</span>
        </>
      )}
      <Segmented
        aria-label={t("share.how")}
        value={value.how}
        options={(["least", "turn"] as const).map((how) => ({ value: how, label: t(`share.${how}`) }))}
        onChange={(how) => onChange({ ...value, how })}
      />
      <Checkbox checked={value.anew} onChange={({ target }) => onChange({ ...value, anew: target.checked })}>
        {t("share.anew")}
      </Checkbox>
    </>
  );
}
