import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Segmented, Select } from "antd";
import { useState } from "react";
import { walkFlow } from "@/api/sdk.gen";
import type { FlowWalkStepOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { LinkEditor } from "@/features/fields/editors/LinkEditor";
import type { Field } from "@/features/records/api/entities";
import { Foretold } from "@/features/rules/Foretold";
import { inStore } from "@/http/inStore";
import { nodeOf } from "../drawn/edits";
import { problemText } from "../said/problems";
import { nameOf, portName } from "../said/telling";
import { stepText } from "../said/steps";
import { reasonText } from "../standing/reasonText";
import { useFlowTexts } from "../texts";
import styles from "./designer.module.css";
import steps from "./steps.module.css";
import { useDesigner } from "./useDesigner";

type Chosen = { id: string; title: string | null };

/** The draft on a record, step by step; what people would answer is chosen here. Nothing is written. */
export function WalkSheet({ version, onClose }: { version: number; onClose: () => void }) {
  const t = useFlowTexts();
  const { store, flow, definition, telling } = useDesigner();
  const { entity } = telling.told;
  const starts = definition.nodes.filter(({ kind }) => kind === "start");
  const [record, setRecord] = useState<Chosen | null>(null);
  const [start, setStart] = useState(starts[0]?.id ?? "");
  const [choices, setChoices] = useState<Record<string, string>>({});
  const walk = useQuery({
    queryKey: ["store", store, "flows", "walk", flow, version, record?.id, start, choices],
    queryFn: ({ signal }) =>
      walkFlow({ path: { flow_id: flow }, body: { record_id: record?.id ?? "", start, choices }, headers: inStore(store), signal }),
    enabled: record !== null,
    retry: false,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const any = entity.fields[0];
  const ofRecord = any && ({ ...any, name: "record", type: "link", target: entity.name } as Field);
  return (
    <Sheet open title={t("walk.title")} width={560} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.soft}>{t("walk.note")}</p>
        {ofRecord && (
          <LinkEditor
            id="walk-record"
            label={t("walk.record")}
            field={ofRecord}
            store={store}
            value={record}
            invalid={false}
            describedBy={undefined}
            onChange={(value) => {
              setRecord(value as Chosen | null);
              setChoices({});
            }}
            onLeave={() => undefined}
          />
        )}
        {starts.length > 1 && (
          <Select aria-label={t("walk.start")} value={start} options={starts.map((one) => ({ value: one.id, label: nameOf(one, t) }))} onChange={setStart} />
        )}
        <FormError error={walk.error} />
        {record && walk.isPending && <SkeletonRows rows={3} />}
        {record && walk.data && (
          <ol className={steps.steps}>
            {walk.data.steps.map((step, at) => (
              // The walk may come by a step again: its place tells it from the other time.
              // oxlint-disable-next-line react/no-array-index-key
              <WalkStep key={`${at} ${step.node}`} step={step} chosen={choices[step.node]} onChoose={(port) => setChoices({ ...choices, [step.node]: port })} />
            ))}
          </ol>
        )}
        {walk.data?.capped && <Alert type="info" showIcon title={t("walk.capped")} />}
        {Object.keys(choices).length > 0 && (
          <div className={styles.buttons}>
            <Button onClick={() => setChoices({})}>{t("walk.again")}</Button>
          </div>
        )}
      </div>
    </Sheet>
  );
}

function WalkStep({ step, chosen, onChoose }: { step: FlowWalkStepOut; chosen: string | undefined; onChoose: (port: string) => void }) {
  const t = useFlowTexts();
  const { definition, telling } = useDesigner();
  const node = nodeOf(definition, step.node);
  if (!node) return null;
  const asks = node.kind === "task" || node.kind === "approval" || node.kind === "wait" || node.kind === "subflow";
  return (
    <li className={steps.walked}>
      <b>{nameOf(node, t)}</b>
      <span className={styles.soft}>{stepText(node, telling)}</span>
      {step.people.length > 0 && <span>{t("walk.asks", { people: step.people.join(t("comma")) })}</span>}
      {step.problems.map((one) => {
        const problem = { node: step.node, where: "", code: one.code, params: one.params };
        const text = problemText(problem, definition, telling);
        return <Alert key={one.code} type="warning" showIcon title={text === one.code ? reasonText(one.code) : text} />;
      })}
      {step.foretold.length > 0 && <Foretold foretold={step.foretold} />}
      {asks && (
        <Segmented
          aria-label={t("walk.choose")}
          value={chosen ?? ""}
          options={step.ports.map((port) => ({ value: port, label: portName(node, port, t) }))}
          onChange={onChoose}
        />
      )}
      {!asks && step.ports.length > 1 && step.port && <span>{t("walk.goes", { port: portName(node, step.port, t) })}</span>}
      {node.kind === "end" && <span className={styles.soft}>{t("walk.ends")}</span>}
    </li>
  );
}
