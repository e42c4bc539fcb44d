import { Background, ReactFlow, ReactFlowProvider } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useMemo } from "react";
import { overlap, placesOf } from "../drawn/layout";
import { place } from "../drawn/edits";
import type { Definition } from "../drawn/nodes";
import styles from "./diagram.module.css";
import { ledIn, stepNode, wayEdges } from "./elements";
import { ShownContext } from "./shown";
import type { NodeState, Saying, Shown } from "./shown";
import { StepCard } from "./StepCard";
import { WayLine } from "./WayLine";
import { whole, ZoomButtons } from "./ZoomButtons";

export const nodeTypes = { step: StepCard };
export const edgeTypes = { way: WayLine };
const none = new Set<string>();
const noProblems = new Map<string, number>();

type Props = {
  definition: Definition;
  saying: Saying;
  states?: Readonly<Record<string, NodeState>>;
  chosen?: string | null;
  onChoose?: (id: string) => void;
};

/** A flow to look at: where an instance is, what it has been through. */
export function FlowDiagram({ definition, saying, states, chosen = null, onChoose }: Props) {
  const drawn = useMemo(() => (overlap(definition) ? place(definition, placesOf(definition)) : definition), [definition]);
  const nodes = useMemo(
    () => drawn.nodes.map((node) => stepNode(node, `${saying.kind(node.kind)} ${saying.name(node)}`, node.id === chosen)),
    [drawn, saying, chosen],
  );
  const edges = useMemo(() => wayEdges(drawn, none), [drawn]);
  const shown = useMemo<Shown>(
    () => ({ saying, states: states ?? {}, problems: noProblems, led: ledIn(drawn), onInsert: null }),
    [saying, states, drawn],
  );
  return (
    <ShownContext value={shown}>
      <ReactFlowProvider>
        <div className={styles.diagram}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            nodesDraggable={false}
            nodesConnectable={false}
            elementsSelectable={onChoose !== undefined}
            edgesFocusable={false}
            deleteKeyCode={null}
            minZoom={0.2}
            maxZoom={1.5}
            fitView
            fitViewOptions={whole}
            preventScrolling={false}
            zoomOnScroll={false}
            onNodeClick={(_, { id }) => onChoose?.(id)}
            proOptions={{ hideAttribution: true }}
          >
            <Background />
            <ZoomButtons />
          </ReactFlow>
        </div>
      </ReactFlowProvider>
    </ShownContext>
  );
}
