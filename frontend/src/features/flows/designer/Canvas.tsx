import { Background, ReactFlow, ReactFlowProvider, useReactFlow } from "@xyflow/react";
import type { Connection, NodeChange } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useEffect, useMemo, useRef, useState } from "react";
import type { DragEvent, KeyboardEvent } from "react";
import styles from "../diagram/diagram.module.css";
import { ledIn, stepNode, wayEdges } from "../diagram/elements";
import { edgeTypes, nodeTypes } from "../diagram/FlowDiagram";
import { ShownContext } from "../diagram/shown";
import type { Shown } from "../diagram/shown";
import type { StepNode } from "../diagram/StepCard";
import type { WayEdge } from "../diagram/WayLine";
import { whole, ZoomButtons } from "../diagram/ZoomButtons";
import { connect, disconnect, mayLead, place, put } from "../drawn/edits";
import { placesOf } from "../drawn/layout";
import { faceOf, newNode } from "../drawn/nodes";
import type { Face } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import own from "./designer.module.css";
import { dragged } from "./Palette";
import { useDesigner } from "./useDesigner";

const noStates = {};
type Spots = ReadonlyMap<string, { x: number; y: number }>;
const still: Spots = new Map();

/** Where a flow is drawn: steps are dragged, chosen, joined from port to port. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Drawing />
    </ReactFlowProvider>
  );
}

function Drawing() {
  const t = useFlowTexts();
  const { definition, problems, saying, chosen, choose, change, insert, remove, copy } = useDesigner();
  const { fitView, screenToFlowPosition, setCenter, getZoom } = useReactFlow();
  const [moving, setMoving] = useState<Spots>(still);
  const [chosenWays, chooseWays] = useState<ReadonlySet<string>>(new Set());
  const [held, hold] = useState<string[]>([]);
  const drawn = useMemo(() => (moving.size > 0 ? place(definition, moving) : definition), [definition, moving]);
  const nodes = useMemo(
    () => drawn.nodes.map((node) => stepNode(node, `${saying.kind(faceOf(node))} ${saying.name(node)}`, chosen.includes(node.id))),
    [drawn, saying, chosen],
  );
  const edges = useMemo(() => wayEdges(drawn, chosenWays), [drawn, chosenWays]);
  const counted = useMemo(() => countOf(problems.map(({ node }) => node)), [problems]);
  const shown = useMemo<Shown>(
    () => ({ saying, states: noStates, problems: counted, led: ledIn(definition), onInsert: insert }),
    [saying, counted, definition, insert],
  );
  const only = chosen.length === 1 ? definition.nodes.find(({ id }) => id === chosen[0]) : undefined;
  const seen = useRef<string | null>(null);
  // A step that was chosen elsewhere (from a problem, or as it was added) is brought into sight.
  useEffect(() => {
    if (!only || only.id === seen.current) return;
    seen.current = only.id;
    void setCenter(only.x + 116, only.y + 50, { zoom: getZoom(), duration: 200 });
  }, [only, setCenter, getZoom]);

  function onNodesChange(changes: NodeChange<StepNode>[]): void {
    const picked = changes.filter((one) => one.type === "select");
    if (picked.length > 0) {
      const [on, off] = [picked.filter(({ selected }) => selected), picked.filter(({ selected }) => !selected)];
      const kept = chosen.filter((id) => off.every((one) => one.id !== id) && on.every((one) => one.id !== id));
      const ids = [...kept, ...on.map(({ id }) => id)];
      seen.current = ids.length === 1 ? (ids[0] ?? null) : null;
      choose(ids);
    }
    const moved = changes.filter((one) => one.type === "position");
    const spots = new Map([...moving, ...moved.flatMap(({ id, position }) => (position ? [[id, position] as const] : []))]);
    if (moved.some(({ dragging }) => dragging)) return setMoving(spots);
    if (moved.length === 0 || spots.size === 0) return;
    setMoving(still);
    change(place(definition, spots), "move");
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable], .ant-dropdown")) return;
    const [key, withControl] = [event.key.toLowerCase(), event.ctrlKey || event.metaKey];
    if (key === "delete" || key === "backspace") {
      if (chosenWays.size > 0) change(disconnect(definition, [...chosenWays]));
      else remove(chosen);
    } else if (withControl && key === "c") hold(chosen);
    else if (withControl && key === "v") copy(held);
    else if (withControl && key === "d") copy(chosen);
    else if (withControl && key === "a") choose(definition.nodes.map(({ id }) => id));
    else return;
    event.preventDefault();
  }
  function onDrop(event: DragEvent<HTMLDivElement>): void {
    const kind = event.dataTransfer.getData(dragged);
    if (!kind) return;
    event.preventDefault();
    const { x, y } = screenToFlowPosition({ x: event.clientX - 116, y: event.clientY - 40 });
    const node = { ...newNode(kind as Face, t(`kind.${kind as Face}`), t("branch.first")), x, y };
    change(put(definition, node));
    choose([node.id]);
  }
  function tidy(): void {
    change(place(definition, placesOf(definition)));
    requestAnimationFrame(() => void fitView({ ...whole, duration: 200 }));
  }
  return (
    <ShownContext value={shown}>
      <div className={own.canvas}>
        <div className={styles.diagram}>
          <ReactFlow<StepNode, WayEdge>
            aria-label={t("canvas")}
            onKeyDown={onKeyDown}
            onDragOver={(event) => event.preventDefault()}
            onDrop={onDrop}
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={onNodesChange}
            onEdgesChange={(changes) =>
              chooseWays((before) => {
                const picked = new Map(changes.flatMap((one) => (one.type === "select" ? [[one.id, one.selected] as const] : [])));
                return new Set([...[...before].filter((id) => picked.get(id) !== false), ...[...picked].flatMap(([id, on]) => (on ? [id] : []))]);
              })
            }
            isValidConnection={(one) => mayLead(definition, from({ source: one.source, sourceHandle: one.sourceHandle ?? null }), one.target)}
            onConnect={(one) => change(connect(definition, from(one), one.target))}
            onPaneClick={() => choose([])}
            deleteKeyCode={null}
            minZoom={0.2}
            maxZoom={1.5}
            fitView
            fitViewOptions={whole}
            ariaLabelConfig={{
              "node.a11yDescription.default": t("keys"),
              "node.a11yDescription.keyboardDisabled": t("keys"),
              "edge.a11yDescription.default": t("wayKeys"),
            }}
            proOptions={{ hideAttribution: true }}
          >
            <Background />
            <ZoomButtons onTidy={tidy} />
          </ReactFlow>
        </div>
      </div>
    </ShownContext>
  );
}

const from = ({ source, sourceHandle }: Pick<Connection, "source" | "sourceHandle">) => ({ source, port: sourceHandle ?? "next" });

function countOf(ids: string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
}
