import { Checkbox, InputNumber } from "antd";
import type { Definition } from "../definition";
import { useRuleTexts } from "../texts";
import { ActionsEditor } from "./ActionsEditor";
import styles from "./editor.module.css";
import { Part } from "./Part";
import type { PartProps } from "./Part";

type Props = PartProps & { definition: Definition; onChange: (definition: Definition) => void };

/** What is done, one after the other. */
export function ActionsPart({ definition, onChange, ...part }: Props) {
  const t = useRuleTexts();
  return (
    <Part title={t("part.then")} problems={part.problems.filter(({ where }) => where === "actions")}>
      <ActionsEditor {...part} actions={definition.actions} onChange={(actions) => onChange({ ...definition, actions })} />
      <Checkbox checked={definition.stop} onChange={({ target }) => onChange({ ...definition, stop: target.checked })}>
        {t("stop")}
      </Checkbox>
      <AgainAfter value={definition.again_after} onChange={(again_after) => onChange({ ...definition, again_after })} />
    </Part>
  );
}

const usual = 30;

/** How long the rule leaves a record alone on which it acted. */
function AgainAfter({ value, onChange }: { value: number; onChange: (days: number) => void }) {
  const t = useRuleTexts();
  return (
    <div className={styles.row}>
      <Checkbox checked={value > 0} onChange={({ target }) => onChange(target.checked ? usual : 0)}>
        {t("again.rest")}
      </Checkbox>
      {value > 0 && (
        <InputNumber<number>
          aria-label={t("again.days")}
          min={1}
          max={180}
          precision={0}
          value={value}
          suffix={t("clock.daysUnit")}
          onChange={(days) => days && onChange(days)}
        />
      )}
    </div>
  );
}
