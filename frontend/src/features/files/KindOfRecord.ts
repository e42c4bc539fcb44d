import { createContext } from "react";

/** The kind of record whose fields are written here: a file is sent up for a field of a kind. Null: for none. */
export const KindOfRecord = createContext<string | null>(null);
