import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { SkeletonRows } from "@/components/Skeleton";
import { recordPath } from "@/features/records/paths";
import { intoQuery } from "./api";

/** In place of a record that is not there: the one that it was merged into, else `otherwise`. */
export function MergedAway(props: { store: string; entity: string; id: string; otherwise: ReactNode }) {
  const { store, entity, id } = props;
  const into = useQuery(intoQuery(store, entity, id));
  if (into.isPending) return <SkeletonRows rows={8} />;
  if (into.data) return <Navigate to={recordPath(store, entity, into.data.winner)} replace />;
  return props.otherwise;
}
