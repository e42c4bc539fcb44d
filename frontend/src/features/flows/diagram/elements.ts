import { MarkerType, Position } from "@xyflow/react";
import { heightOf, spotsOf, widthOf } from "../drawn/layout";
import type { Definition, FlowNode } from "../drawn/nodes";
import type { StepNode } from "./StepCard";
import type { WayEdge } from "./WayLine";

const dot = 10;

/** Sizes and handles are known, so that nothing jumps while it is measured. */
export function stepNode(node: FlowNode, label: string, selected: boolean): StepNode {
  const [width, height] = [widthOf(node), heightOf(node)];
  return {
    id: node.id,
    type: "step",
    position: { x: node.x, y: node.y },
    data: { node },
    width,
    height,
    measured: { width, height },
    handles: spotsOf(node).map(({ port, x, y }) => ({
      id: port ?? "in",
      type: port === null ? "target" : "source",
      position: port === null ? Position.Top : Position.Bottom,
      x: x - dot / 2,
      y: y - dot / 2,
      width: dot,
      height: dot,
    })),
    selected,
    ariaLabel: label,
  };
}

export function wayEdges({ edges, nodes }: Definition, chosen: ReadonlySet<string>): WayEdge[] {
  const known = new Set(nodes.map(({ id }) => id));
  return edges
    .filter(({ source, target }) => known.has(source) && known.has(target))
    .map(({ id, source, port, target }) => ({
      id,
      source,
      target,
      sourceHandle: port,
      targetHandle: "in",
      type: "way",
      data: { port },
      selected: chosen.has(id),
      markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18, color: "var(--cz-text-faint)" },
    }));
}

export const ledIn = ({ edges }: Definition): ReadonlySet<string> => new Set(edges.map(({ source, port }) => `${source} ${port}`));
