import type { ReactNode } from "react";

/** One line of the box: where it leads. */
export type Option = { key: string; path: string; search?: Record<string, unknown>; icon: ReactNode; title: ReactNode; note?: ReactNode };
export type OptionGroup = { key: string; title: string; options: Option[] };
