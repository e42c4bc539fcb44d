import { useCallback } from "react";

/**
 * A ref that gives an element bytes which this page holds as its source. `kind` is ours to say, so that nothing is run
 * that is no picture.
 */
export function useBlobSource(blob: Blob | undefined, kind: string) {
  return useCallback(
    (element: HTMLImageElement | HTMLIFrameElement | null) => {
      if (!element || !blob) return undefined;
      const made = URL.createObjectURL(new Blob([blob], { type: kind }));
      element.src = made;
      return () => URL.revokeObjectURL(made);
    },
    [blob, kind],
  );
}
