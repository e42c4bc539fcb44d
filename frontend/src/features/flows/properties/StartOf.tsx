import { Select } from "antd";
import { newTrigger, triggers } from "@/features/rules/definition";
import type { Trigger } from "@/features/rules/definition";
import { ConditionLine } from "@/features/rules/editor/ConditionPart";
import { TriggerOf } from "@/features/rules/editor/TriggerPart";
import { useRuleTexts } from "@/features/rules/texts";
import { useDesigner } from "../designer/useDesigner";
import type { Start } from "../drawn/nodes";
import { conditionOf, keptOf } from "../drawn/sent";
import { useFlowTexts } from "../texts";
import { Some } from "./Choice";
import { Member } from "./Member";
import type { StepProps } from "./NodeProperties";

const own = { button: { kind: "button", roles: [] }, api: { kind: "api" }, form: { kind: "form", form: null } } satisfies Record<string, Start>;
type Own = keyof typeof own;
const isOwn = (kind: string): kind is Own => kind in own;

/** What a flow begins by, and for which records. */
export function StartOf({ node, offered, onChange }: StepProps<"start">) {
  const t = useFlowTexts();
  const ofRules = useRuleTexts();
  const { store, telling } = useDesigner();
  const { trigger } = node;
  const put = (next: Start) => onChange({ ...node, trigger: next });
  // Nobody can be asked of a record that is gone.
  const kinds: Start["kind"][] = ["button", ...triggers.filter((kind) => kind !== "deleted"), "form", "api"];
  return (
    <>
      <Member title={t("start.title")}>
        <Select<Start["kind"]>
          aria-label={t("start.title")}
          value={trigger.kind}
          options={kinds.map((kind) => ({ value: kind, label: isOwn(kind) ? t(`start.kind.${kind}`) : ofRules(`trigger.${kind}`) }))}
          onChange={(kind) => put(isOwn(kind) ? own[kind] : (newTrigger(kind) as Start))}
        />
        {trigger.kind === "button" && (
          <Some
            name={t("start.roles")}
            empty={t("start.anybody")}
            value={trigger.roles}
            options={[...telling.roles].map(([key, name]) => ({ value: key, label: name }))}
            onChange={(roles) => put({ ...trigger, roles })}
          />
        )}
        {trigger.kind === "form" && (
          <Select
            aria-label={t("start.form")}
            placeholder={t("start.form")}
            value={trigger.form}
            options={[...telling.forms].map(([id, name]) => ({ value: id, label: name }))}
            onChange={(form: string) => put({ ...trigger, form })}
          />
        )}
        {!isOwn(trigger.kind) && <TriggerOf store={store} told={telling.told} value={trigger as Trigger} onChange={(next) => put(next as Start)} />}
      </Member>
      <Member title={t("start.condition")}>
        <ConditionLine
          sentence={telling.told.sentence}
          offered={offered}
          value={conditionOf(node.condition)}
          none={t("start.everyRecord")}
          onChange={(condition) => onChange({ ...node, condition: keptOf(condition) })}
        />
      </Member>
    </>
  );
}
