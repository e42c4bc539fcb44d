import { Checkbox } from "antd";
import type { Definition } from "../definition";
import { useRuleTexts } from "../texts";
import { ActionsEditor } from "./ActionsEditor";
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
    </Part>
  );
}
