import { lazy, useEffect, useState } from "react";
import { OnceOpen } from "@/components/OnceOpen";

const KeysSheet = lazy(async () => ({ default: (await import("./KeysSheet")).KeysSheet }));
const typing = "input, textarea, select, [contenteditable='true'], [role='dialog'], [role='listbox'], [data-cell]";

/** The row's link that has the cursor, and the one after or before it. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("#main tr[data-index] [data-title] a, #main tr[data-index] td a[href]")];
  const rows = links.filter((link, at) => link.closest("tr") !== links[at - 1]?.closest("tr"));
  const at = rows.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  const next = rows[at < 0 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Single keys of lists and records. What a page can do by a key says so itself, in aria-keyshortcuts. */
export function Shortcuts() {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const inField = event.target instanceof Element && event.target.closest(typing);
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || inField) return;
      if (document.querySelector("[role='dialog']:not([style*='display: none'])")) return;
      if (event.key === "?") {
        setOpen(true);
      } else if (event.key === "j" || event.key === "k") {
        step(event.key === "j" ? 1 : -1);
      } else if (event.key === "c" || event.key === "e") {
        const control = document.querySelector<HTMLElement>(`#main [aria-keyshortcuts="${event.key}"]`);
        if (!control) return;
        control.click();
      } else {
        return;
      }
      event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <OnceOpen open={open}>
      <KeysSheet open={open} onClose={() => setOpen(false)} />
    </OnceOpen>
  );
}
