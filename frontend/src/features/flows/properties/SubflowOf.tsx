import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useOffered } from "@/features/records/useOffered";
import { ConditionLine } from "@/features/rules/editor/ConditionPart";
import { labelIn } from "@/i18n/labelIn";
import { useDesigner } from "../designer/useDesigner";
import { conditionOf, keptOf } from "../drawn/sent";
import { useFlowTexts } from "../texts";
import { Member } from "./Member";
import type { StepProps } from "./NodeProperties";

/** Another flow for the record, or for every record that is linked to it. */
export function SubflowOf({ node, onChange }: StepProps<"subflow">) {
  const t = useFlowTexts();
  const { i18n } = useTranslation();
  const { store, telling, flows, flow } = useDesigner();
  const { entity, entities } = telling.told;
  const of = node.each || entity.name;
  const there = useOffered(store, of, conditionOf(node.condition) ?? undefined);
  const linked = entities.flatMap((one) =>
    one.fields.filter(({ type, target }) => type === "link" && target === entity.name).map((field) => ({ one, field })),
  );
  const offered = flows.filter((one) => one.entity === of && one.published !== null && one.id !== flow);
  return (
    <>
      <Member title={t("subflow.for")}>
        <Select
          aria-label={t("subflow.for")}
          value={node.each ? `${node.each} ${node.via}` : ""}
          options={[
            { value: "", label: t("subflow.this") },
            ...linked.map(({ one, field }) => ({
              value: `${one.name} ${field.name}`,
              label: t("subflow.everyBy", { kind: labelIn(one.label, i18n.language), field: labelIn(field.label, i18n.language) }),
            })),
          ]}
          onChange={(chosen: string) => {
            const [each = "", via = ""] = chosen.split(" ");
            onChange({ ...node, each, via, flow: null, condition: {} });
          }}
        />
      </Member>
      <Member title={t("subflow.which")} {...(offered.length === 0 ? { note: t("subflow.nothing") } : {})}>
        <Select
          aria-label={t("subflow.which")}
          placeholder={t("subflow.which")}
          value={node.flow}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen: string) => onChange({ ...node, flow: chosen })}
        />
      </Member>
      {node.each && (
        <Member title={t("subflow.condition")}>
          <ConditionLine
            sentence={there.sentence}
            offered={there.offered}
            value={conditionOf(node.condition)}
            none={t("start.everyRecord")}
            onChange={(condition) => onChange({ ...node, condition: keptOf(condition) })}
          />
        </Member>
      )}
    </>
  );
}
