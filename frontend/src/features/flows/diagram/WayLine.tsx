import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath } from "@xyflow/react";
import type { Edge, EdgeProps } from "@xyflow/react";
import { AddStep } from "./AddStep";
import { useShown } from "./shown";

export type WayEdge = Edge<{ port: string }, "way">;

/** A way from a port to a step, with a plus in its middle where it is drawn. */
export function WayLine({ id, source, data, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, ...edge }: EdgeProps<WayEdge>) {
  const { onInsert } = useShown();
  const [path, x, y] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, borderRadius: 10 });
  return (
    <>
      <BaseEdge id={id} path={path} {...(edge.markerEnd ? { markerEnd: edge.markerEnd } : {})} interactionWidth={20} />
      {onInsert && data && (
        <EdgeLabelRenderer>
          <AddStep gap={{ source, port: data.port, way: id }} style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)`, left: 0, top: 0 }} />
        </EdgeLabelRenderer>
      )}
    </>
  );
}
