import { useSyncExternalStore } from "react";

export const themes = ["light", "dark", "system"] as const;
export const densities = ["comfortable", "compact"] as const;
export type Theme = (typeof themes)[number];
export type Density = (typeof densities)[number];
export type Appearance = { theme: Theme; density: Density };

const storageKey = "chezhan.appearance";
const listeners = new Set<() => void>();
let current = remembered();

function remembered(): Appearance {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Partial<Appearance>;
    return {
      theme: themes.find((theme) => theme === stored.theme) ?? "system",
      density: densities.find((density) => density === stored.density) ?? "comfortable",
    };
  } catch {
    return { theme: "system", density: "comfortable" };
  }
}

/** Changes how the product looks on this device and remembers it. */
export function changeAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change };
  localStorage.setItem(storageKey, JSON.stringify(current));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => current);
}
