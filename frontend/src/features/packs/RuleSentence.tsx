import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNamedWords } from "@/features/fields/useNamedWords";
import { entitiesQuery } from "@/features/records/api/entities";
import { useOffered } from "@/features/records/useOffered";
import { useRoleName } from "@/features/roles/useRoleName";
import { ofServer } from "@/features/rules/definition";
import { ruleText } from "@/features/rules/sentence";
import { useRuleTexts } from "@/features/rules/texts";

/** `body`: a rule as a pack has it; `names`: of other items, by @part/key. */
type Props = { store: string; of: string; body: Record<string, unknown>; names: ReadonlyMap<string, string> };

/** The rule read back. Nothing while its kind of record is not there. */
export function RuleSentence({ store, of, body, names }: Props) {
  const t = useRuleTexts();
  const roleName = useRoleName();
  const entities = useQuery(entitiesQuery(store)).data;
  const definition = useMemo(() => ofServer(body), [body]);
  const { sentence } = useOffered(store, of, definition.condition ?? undefined);
  const words = useNamedWords(store, true);
  const entity = entities?.find(({ name }) => name === of);
  if (!entities || !entity) return null;
  return <>{ruleText(definition, { entity, entities, sentence: { ...sentence, words }, tags: names, templates: names, webhooks: names, roleName, t })}</>;
}
