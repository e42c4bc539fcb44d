import { useMemo } from "react";
import { FlowDiagram } from "../diagram/FlowDiagram";
import type { Saying } from "../diagram/shown";
import { nameOf, portName } from "../said/telling";
import { useFlowTexts } from "../texts";
import type { Standing } from "./api";
import { askedAt, drawnOf, statesOf } from "./standing";

/** The drawing of an instance, with where it is and who is asked there. */
export function StandingDiagram({ standing }: { standing: Standing }) {
  const t = useFlowTexts();
  const definition = useMemo(() => drawnOf(standing), [standing]);
  const states = useMemo(() => statesOf(standing), [standing]);
  const saying = useMemo<Saying>(() => {
    const asked = askedAt(standing);
    return {
      kind: (kind) => t(`kind.${kind}`),
      name: (node) => nameOf(node, t),
      text: (node) => (asked.get(node.id) ?? []).map(({ person, open }) => t(open ? "standing.asked" : "standing.answered", { name: person })).join(t("comma")),
      port: (node, port) => portName(node, port, t),
    };
  }, [standing, t]);
  return <FlowDiagram definition={definition} saying={saying} states={states} />;
}
