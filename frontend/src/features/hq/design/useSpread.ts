import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { spreadEntity, spreadField } from "@/api/sdk.gen";
import type { OutcomeOut, StoreName } from "@/api/types.gen";
import { isApiError } from "@/http/ApiError";
import { keyOf } from "./api/design";

/** `field`: null for the kind of record itself. */
export type Target = { entity: string; field: string | null; title: string };
export type Run = { target: Target; stores: StoreName[]; outcomes: OutcomeOut[]; running: boolean };
export type Agreed = { accept_empty?: boolean; accept_use?: boolean };

/** Brings stores to what is wanted one after the other, so that it can be seen how far it is, and stopped. */
export function useSpread(group: string) {
  const client = useQueryClient();
  const [run, setRun] = useState<Run | null>(null);
  const stopped = useRef(false);

  async function start(target: Target, stores: StoreName[], agreed: Agreed = {}): Promise<void> {
    stopped.current = false;
    const outcomes: OutcomeOut[] = [];
    setRun({ target, stores, outcomes: [], running: true });
    for (const store of stores) {
      if (stopped.current) break;
      // One after the other: each takes a lock of its own store, and the person sees them go by.
      // oxlint-disable-next-line no-await-in-loop
      outcomes.push(await asked(group, target, store, agreed));
      setRun({ target, stores, outcomes: [...outcomes], running: true });
    }
    setRun({ target, stores, outcomes, running: false });
    await client.invalidateQueries({ queryKey: keyOf(group) });
    await client.invalidateQueries({ queryKey: ["store"] });
  }
  return { run, start, stop: () => (stopped.current = true), close: () => setRun(null) };
}

async function asked(group: string, { entity, field }: Target, store: StoreName, agreed: Agreed): Promise<OutcomeOut> {
  const body = { stores: [store.slug], ...agreed };
  try {
    const path = { group, entity };
    const [outcome] = field
      ? await spreadField({ path: { ...path, field }, body })
      : await spreadEntity({ path, body });
    return outcome ?? { store: store.slug, name: store.name, code: "", message: "" };
  } catch (error) {
    const [code, message] = isApiError(error) ? [error.code, error.message] : ["unexpected", String(error)];
    return { store: store.slug, name: store.name, code, message };
  }
}
