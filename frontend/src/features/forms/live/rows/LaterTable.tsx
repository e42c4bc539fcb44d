import { lazy, Suspense } from "react";
import type { ComponentProps } from "react";
import { SkeletonRows } from "@/components/Skeleton";
import type { SubTable as Table } from "./SubTable";

const Loaded = lazy(async () => ({ default: (await import("./SubTable")).SubTable }));

/** A table of other records, loaded where a form has one. */
export function SubTable(props: ComponentProps<typeof Table>) {
  return (
    <Suspense fallback={<SkeletonRows rows={2} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
