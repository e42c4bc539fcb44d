/** The industry pack that a store begins with. */
export type Pack = "dealer" | "repair";
