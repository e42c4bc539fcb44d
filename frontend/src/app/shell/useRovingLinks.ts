import { useRef } from "react";
import type { KeyboardEvent } from "react";

/** Arrow keys walk the links of a list; Enter in the search box opens the first one. */
export function useRovingLinks() {
  const listRef = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const links = [...(listRef.current?.querySelectorAll<HTMLAnchorElement>("a[href]") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
    } else if (event.key === "Enter" && event.target instanceof HTMLInputElement && !event.nativeEvent.isComposing) {
      links[0]?.click();
    }
  }
  return { listRef, onKeyDown };
}
