import { Checkbox, Segmented } from "antd";
import type { Action, Of } from "../definition";
import { useRuleTexts } from "../texts";
import { RoleSelect } from "./RoleSelect";

type Props = { value: Of<Action, "share">; onChange: (action: Action) => void };

/** Among whom records are shared out, and how. */
export function ShareOf({ value, onChange }: Props) {
  const t = useRuleTexts();
  return (
    <>
      <RoleSelect label={t("share.role")} value={value.role} onChange={(role) => onChange({ ...value, role })} />
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
