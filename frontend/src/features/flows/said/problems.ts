import { problemText as ofRules } from "@/features/rules/editor/problemText";
import { lookUp } from "@/i18n/defineTexts";
import type { Problem } from "../api";
import { nodeOf } from "../drawn/edits";
import type { Definition } from "../drawn/nodes";
import { entityLabel, fieldLabel, portName } from "./telling";
import type { Telling } from "./telling";

type Words = Record<string, string | number>;

/** What is wrong, in words; names in place of keys. */
export function problemText({ node: id, code, params }: Problem, definition: Definition, telling: Telling): string {
  const given = params as Words;
  const node = nodeOf(definition, id);
  const words: Words = { ...given };
  if (given.port !== undefined) words.port = node ? portName(node, String(given.port), telling.t) : String(given.port);
  if (given.field !== undefined) words.field = fieldLabel(String(given.field), telling);
  if (given.role !== undefined) words.role = telling.roles.get(String(given.role)) ?? String(given.role);
  if (given.entity !== undefined) words.entity = entityLabel(String(given.entity), telling);
  return lookUp("flows", `problem.${code}`, words) ?? ofRules({ code, params: words });
}
