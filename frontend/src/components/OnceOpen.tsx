import { Suspense, useState } from "react";
import type { ReactNode } from "react";

/** What is loaded with its first opening, and stays: `children` hold a lazy component. */
export function OnceOpen({ open, children }: { open: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  return wanted ? <Suspense fallback={null}>{children}</Suspense> : null;
}
