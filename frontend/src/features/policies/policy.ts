import type { PolicyFieldOut, PolicyShape, RightShape } from "@/api/types.gen";

export const rights = ["hidden", "masked", "read", "write"] as const;
export type RightName = (typeof rights)[number];
export const reaches = ["none", "own", "team", "store"] as const;
export const actions = [
  "create",
  "delete",
  "bulk",
  "assign",
  "export",
  "export_personal",
  "reveal",
  "comment",
] as const;
export type ActionName = (typeof actions)[number];

/** Everything to everybody: a ceiling that takes nothing. */
export const unlimited: PolicyShape = {
  rows: { reach: "store", predicate: "" },
  usual: { right: "write", own: null },
  personal: { right: "write", own: null },
  fields: {},
  actions: [...actions],
  opened: true,
};

/** The server's own rule: named, else closed to what was added, else by whether it is personal data. */
export function rightOn(policy: PolicyShape, field: PolicyFieldOut): RightShape {
  const named = policy.fields?.[field.name];
  if (named) return named;
  if (field.origin !== "product" && !policy.opened) return { right: "hidden", own: null };
  return field.sensitivity ? policy.personal : policy.usual;
}

function lower(one: RightName, other: RightName): RightName {
  return rights.indexOf(one) < rights.indexOf(other) ? one : other;
}

/** What comes of a right on a field that the product alone writes: to read is the most. */
export function reachable(field: PolicyFieldOut, said: RightShape): RightShape {
  if (!field.fixed) return said;
  const right = lower(said.right, "read");
  const own = lower(said.own ?? said.right, "read");
  return { right, own: own === right ? null : own };
}

/** What the ceiling leaves of a right; null where it takes nothing. */
export function cutBy(ceiling: PolicyShape | null, field: PolicyFieldOut, said: RightShape): RightShape | null {
  if (!ceiling) return null;
  const most = ceiling.rows.reach === "none" ? ({ right: "hidden", own: null } as const) : rightOn(ceiling, field);
  const right = lower(said.right, most.right);
  const own = lower(said.own ?? said.right, most.own ?? most.right);
  return right === said.right && own === (said.own ?? said.right) ? null : { right, own: own === right ? null : own };
}

/** The policy with one right on these fields; a name that says no more than the rest is left out. */
export function withRight(policy: PolicyShape, fields: PolicyFieldOut[], right: RightShape): PolicyShape {
  const named = { ...policy.fields };
  for (const field of fields) {
    delete named[field.name];
    if (!sameRight(rightOn({ ...policy, fields: named }, field), right)) named[field.name] = right;
  }
  return { ...policy, fields: named };
}

export function sameRight(one: RightShape, other: RightShape): boolean {
  return one.right === other.right && (one.own ?? one.right) === (other.own ?? other.right);
}

export function samePolicy(one: PolicyShape | null, other: PolicyShape | null): boolean {
  return one === other || (one !== null && other !== null && told(one) === told(other));
}

function told(policy: PolicyShape): string {
  const fields = Object.entries(policy.fields ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([
    [policy.rows.reach, policy.rows.predicate ?? ""],
    ...[policy.usual, policy.personal].map(({ right, own }) => [right, own ?? null]),
    fields.map(([name, { right, own }]) => [name, right, own ?? null]),
    (policy.actions ?? []).toSorted(),
    Boolean(policy.opened),
  ]);
}
