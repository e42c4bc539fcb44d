export const boards = ["funnel", "leaderboard", "models", "forecast"] as const;
export type BoardName = (typeof boards)[number];
export const periods = [7, 30, 90, 365] as const;
export type Days = (typeof periods)[number];
export const parts = ["", "mine", "owner", "channel"] as const;
export type By = (typeof parts)[number];

/** What the page of figures shows, kept in the address. */
export type FiguresSearch = { board?: BoardName; days?: Days; by?: By };

export function figuresSearchOf(search: Record<string, unknown>): FiguresSearch {
  const board = boards.find((one) => one === search.board);
  const days = periods.find((one) => one === Number(search.days));
  const by = parts.find((one) => one === search.by);
  return { ...(board ? { board } : {}), ...(days ? { days } : {}), ...(by ? { by } : {}) };
}
