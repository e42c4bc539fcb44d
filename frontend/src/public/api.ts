import type { PublicPageOut, FormStateOut } from "@/api/types.gen";

export type Page = PublicPageOut;
export type State = FormStateOut;
export type Field = Page["fields"][number];
export type Values = Record<string, unknown>;

export type Refused = { code: string; params: Record<string, unknown> };
type Row = { field: string; code: string; params?: Record<string, unknown> };

/** What the server refused, the whole and by field. */
export class Refusal extends Error {
  constructor(
    readonly whole: Refused,
    readonly fields: Record<string, Refused>,
  ) {
    super(whole.code);
  }
}

/** `path`: after /api/public/. */
export async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const told = body ? { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {};
  let answer: Response;
  try {
    answer = await fetch(`/api/public/${path}`, { ...told, credentials: "omit" });
  } catch {
    throw new Refusal({ code: "offline", params: {} }, {});
  }
  const content: unknown = await answer.json().catch(() => null);
  if (answer.ok) return content as Answer;
  const error = (content as { error?: { code?: string; params?: Record<string, unknown> } } | null)?.error;
  const rows = (error?.params?.rows ?? []) as Row[];
  const fields = Object.fromEntries(rows.map(({ field, code, params }) => [field, { code, params: params ?? {} }]));
  throw new Refusal({ code: error?.code ?? "unexpected", params: error?.params ?? {} }, fields);
}

const formPath = (token: string) => `forms/${encodeURIComponent(token)}`;

export const readPage = (token: string): Promise<Page> => ask(formPath(token));
export const readState = (token: string, values: Values): Promise<State> => ask(`${formPath(token)}/state`, { values });
export const send = (token: string, post: { key: string; ticket: string; website: string; values: Values }): Promise<{ thanks: string }> =>
  ask(formPath(token), post);
