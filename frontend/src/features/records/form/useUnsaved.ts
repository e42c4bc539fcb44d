import { useBlocker } from "@tanstack/react-router";
import { useRef } from "react";
import type { RefObject } from "react";

/** Whether leaving is right now, because what was written has been saved. */
export function useRelease() {
  const released = useRef(false);
  return {
    released,
    release: () => {
      released.current = true;
    },
  };
}

/** Holds back what would lose unsaved changes, the tab's closing too. */
export function useUnsaved(unsaved: boolean, released: RefObject<boolean>) {
  const blocker = useBlocker({
    shouldBlockFn: () => unsaved && !released.current,
    enableBeforeUnload: () => unsaved && !released.current,
    withResolver: true,
  });
  return {
    asking: blocker.status === "blocked",
    leave: () => blocker.proceed?.(),
    stay: () => blocker.reset?.(),
  };
}
