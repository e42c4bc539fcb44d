import { lazy } from "react";
import type { ComponentProps } from "react";
import { OnceOpen } from "@/components/OnceOpen";
import type { Viewer } from "./Viewer";

const Loaded = lazy(async () => ({ default: (await import("./Viewer")).Viewer }));

/** The viewer, loaded when a file is first opened. */
export function LaterViewer(props: ComponentProps<typeof Viewer>) {
  return (
    <OnceOpen open={props.at !== null}>
      <Loaded {...props} />
    </OnceOpen>
  );
}
