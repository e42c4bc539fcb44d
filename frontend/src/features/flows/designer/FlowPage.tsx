import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { App, Segmented } from "antd";
import { useEffect, useMemo, useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { useMediaQuery } from "@/theme/useMediaQuery";
import { flowQuery } from "../api";
import type { Flow } from "../api";
import { sayingOf } from "../diagram/shown";
import type { Gap } from "../diagram/shown";
import { change, copy, nodeOf, place, put, putBehind, remove } from "../drawn/edits";
import { placesOf } from "../drawn/layout";
import { newNode, ports } from "../drawn/nodes";
import type { Definition, Face } from "../drawn/nodes";
import { NodeProperties } from "../properties/NodeProperties";
import { nameOf } from "../said/telling";
import { useFlowTexts } from "../texts";
import { Canvas } from "./Canvas";
import styles from "./designer.module.css";
import { FlowBar } from "./FlowBar";
import { FlowProperties } from "./FlowProperties";
import { Palette } from "./Palette";
import { StepList } from "./StepList";
import { DesignerContext } from "./useDesigner";
import type { Designer } from "./useDesigner";
import { useFlow } from "./useFlow";
import { useTelling } from "./useTelling";

/** /s/<store>/design/flows/<flow> */
export function FlowPage() {
  const { store, flow } = useParams({ from: "/_shell/s/$store/design/flows/$flow" });
  return (
    <DesignGate store={store}>
      <Loaded key={flow} store={store} id={flow} />
    </DesignGate>
  );
}

function Loaded({ store, id }: { store: string; id: string }) {
  const flow = useQuery(flowQuery(store, id));
  const entities = useQuery(entitiesQuery(store));
  const error = flow.error ?? entities.error;
  if (error) return <ErrorPanel whole error={error} onRetry={() => void flow.refetch()} />;
  const entity = entities.data?.find(({ name }) => name === flow.data?.entity);
  if (!flow.data || !entities.data || !entity) return <SkeletonRows rows={8} />;
  return <Designing store={store} flow={flow.data} entity={entity} entities={entities.data} />;
}

const views = ["canvas", "steps", "words"] as const;
type View = (typeof views)[number];

/** As the server has it. */
const most = 150;

/** Laid out anew, so that a step put between others stands between them. */
const tidied = (next: Definition): Definition => place(next, placesOf(next));

function Designing({ store, flow, entity, entities }: { store: string; flow: Flow; entity: Entity; entities: Entity[] }) {
  const t = useFlowTexts();
  const { message } = App.useApp();
  const phone = useMediaQuery("(max-width: 767px)");
  const state = useFlow(store, flow);
  const { definition } = state.value;
  const { telling, offered, flows } = useTelling(store, entity, entities);
  const saying = useMemo(() => sayingOf(telling), [telling]);
  const [chosen, choose] = useState<string[]>([]);
  const [view, setView] = useState<View>(phone ? "steps" : "canvas");
  const there = chosen.filter((id) => nodeOf(definition, id));
  const only = there.length === 1 ? nodeOf(definition, there[0] ?? "") : undefined;

  function insert(kind: Face, gap?: Gap): void {
    if (definition.nodes.length >= most) return void message.warning(t("tooMany", { limit: most }));
    const node = newNode(kind, t(`kind.${kind}`), t("branch.first"));
    const behind = gap ?? (only && ports(only)[0] !== undefined ? { source: only.id, port: ports(only)[0] ?? "next" } : undefined);
    state.change(tidied(behind && kind !== "start" ? putBehind(definition, node, behind, gap?.way) : put(definition, node)));
    choose([node.id]);
  }
  const designer: Designer = {
    store,
    flow: flow.id,
    flows,
    telling,
    saying,
    definition,
    problems: state.told.problems,
    chosen: there,
    choose,
    change: state.change,
    changeNode: (node, merged) => state.change(change(definition, node), merged),
    insert,
    remove: (ids) => {
      if (ids.length === 0) return;
      state.change(remove(definition, ids));
      choose([]);
    },
    copy: (ids) => {
      if (ids.length === 0) return;
      const copied = copy(definition, ids, (name) => t("copyName", { name }));
      state.change(copied.definition);
      choose(copied.ids);
    },
  };
  const { undo, redo } = state;
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      (event.shiftKey ? redo : undo)();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
  const whole = <FlowProperties state={state} />;
  const properties = only && <NodeProperties key={only.id} node={only} offered={offered} />;
  return (
    <DesignerContext value={designer}>
      <FlowBar store={store} state={state} onShow={(id) => choose([id])} />
      <div className={styles.views}>
        <Segmented<View>
          aria-label={t("view.title")}
          value={view === "words" && !phone ? "canvas" : view}
          onChange={setView}
          options={views.filter((one) => phone || one !== "words").map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      <div className={styles.board} data-view={view}>
        {!phone && <Palette />}
        <main className={styles.middle}>{view === "steps" ? <StepList /> : phone && view === "words" ? whole : <Canvas />}</main>
        {!phone && <aside className={styles.side}>{properties ?? whole}</aside>}
      </div>
      {phone && only && (
        <Sheet open title={nameOf(only, t)} onClose={() => choose([])}>
          {properties}
        </Sheet>
      )}
    </DesignerContext>
  );
}
