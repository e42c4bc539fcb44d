import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { useNamedWords } from "@/features/fields/useNamedWords";
import { formsQuery } from "@/features/forms/api/designs";
import { templatesQuery } from "@/features/messages/api";
import type { Entity } from "@/features/records/api/entities";
import { useOffered } from "@/features/records/useOffered";
import { useRoleName } from "@/features/roles/useRoleName";
import { useRuleTexts } from "@/features/rules/texts";
import { tagsQuery } from "@/features/tags/api";
import { webhooksQuery } from "@/features/webhooks/api";
import { flowsQuery, rolesQuery } from "../api";
import type { Telling } from "../said/telling";
import { useFlowTexts } from "../texts";

const named = (rows: { id: string; name: string }[] | undefined) => new Map((rows ?? []).map(({ id, name }) => [id, name] as const));

/** All that a flow of this kind of record is told of with, and what its conditions may name. */
export function useTelling(store: string, entity: Entity, entities: Entity[]) {
  const t = useFlowTexts();
  const ofRules = useRuleTexts();
  const roleName = useRoleName();
  const { offered, sentence } = useOffered(store, entity.name, undefined);
  const words = useNamedWords(store, true);
  const people = useQuery(storePeopleQuery(store)).data;
  const roles = useQuery(rolesQuery(store)).data;
  const flows = useQuery(flowsQuery(store)).data;
  const forms = useQuery(formsQuery(store, entity.name)).data;
  const tags = useQuery(tagsQuery(store)).data;
  const templates = useQuery(templatesQuery(store, entity.name)).data;
  const webhooks = useQuery(webhooksQuery(store)).data;
  // Built anew only when a name in it may have changed: every step of the canvas reads it.
  const telling = useMemo<Telling>(
    () => ({
      told: { entity, entities, sentence: { ...sentence, words }, tags: named(tags), templates: named(templates), webhooks: named(webhooks), roleName, t: ofRules },
      people: named(people),
      roles: new Map((roles ?? []).map(({ key, label }) => [key, roleName(key, label)] as const)),
      flows: named(flows),
      forms: named(forms),
      t,
    }),
    // `sentence` and `roleName` are new at every drawing; what they are made of is named here.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [entity, entities, offered, sentence.periods.length, words, tags, templates, webhooks, people, roles, flows, forms, t, ofRules],
  );
  return { telling, offered, flows: flows ?? [] };
}
