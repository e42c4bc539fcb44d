import { HistoryOutlined, PlusOutlined, ProfileOutlined, SearchOutlined, ShopOutlined, StarOutlined, TableOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { HitGroupOut, RememberedOut } from "@/api/types.gen";
import { useWords } from "@/features/fields/useWords";
import { valueText } from "@/features/fields/valueText";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { listPath, newPath, recordPath } from "@/features/records/paths";
import { memoryQuery, searchQuery } from "@/features/search/api";
import { Marked } from "@/features/search/Marked";
import { markOf, normal } from "@/features/search/marks";
import type { Option, OptionGroup } from "@/features/search/options";
import { useSearchTexts } from "@/features/search/texts";
import { useMe } from "@/features/session/useMe";
import { labelIn } from "@/i18n/labelIn";
import { useShellTexts } from "../texts";
import type { Place } from "./usePlace";

const shown = 6;

/** What the box offers for what is typed, in groups; the latest and the starred while it is empty. */
export function useOptions(place: Place, text: string): { groups: OptionGroup[]; busy: boolean; error: Error | null } {
  const t = useSearchTexts();
  const tShell = useShellTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const me = useMe();
  const store = place.store?.slug ?? "";
  const inStore = place.kind === "store";
  const found = useQuery({ ...searchQuery(store, text), enabled: inStore && text !== "" });
  const memory = useQuery({ ...memoryQuery(store), enabled: inStore && text === "" });
  const kinds = useQuery({ ...entitiesQuery(store), enabled: inStore }).data ?? [];
  const kindOf = (name: string) => kinds.find((kind) => kind.name === name);
  const matches = (name: string) => markOf(name, text) !== null && normal(name).includes(normal(text));

  function noteOf(kind: Entity, record: Record<string, unknown>, matched?: string): string {
    const facts = kind.fields
      .filter((field) => field.in_list && !kind.title_fields.includes(field.name) && record[field.name])
      .map((field) => valueText(record[field.name], field, words));
    const field = kind.fields.find((one) => one.name === matched);
    const hidden = field && !(field.name in record);
    return [...(hidden ? [t("matchedBy", { field: labelIn(field.label, i18n.language) })] : []), ...facts.filter(Boolean)].slice(0, 3).join(" · ");
  }

  function remembered(one: RememberedOut, icon: Option["icon"], group: string): Option[] {
    const kind = kindOf(one.entity);
    if (!kind) return [];
    const note = [labelIn(kind.label, i18n.language), noteOf(kind, one.record)].filter(Boolean).join(" · ");
    return [{ key: `${group}-${one.id}`, path: recordPath(store, one.entity, one.id), icon, title: one.title ?? t("unnamed"), note }];
  }

  function hits(group: HitGroupOut): OptionGroup[] {
    const kind = kindOf(group.entity);
    if (!kind) return [];
    const plural = labelIn(kind.label_plural, i18n.language);
    const options: Option[] = group.hits.map((hit) => ({
      key: hit.id,
      path: recordPath(store, group.entity, hit.id),
      icon: <ProfileOutlined />,
      title: <Marked text={hit.title ?? t("unnamed")} typed={text} whole={kind.title_fields[0] === hit.matched} />,
      note: <Marked text={noteOf(kind, hit.record, hit.matched)} typed={text} />,
    }));
    const all: Option = { key: `all-${group.entity}`, path: listPath(store, group.entity), search: { q: text }, icon: <SearchOutlined />, title: t("seeAll", { kind: plural }) };
    return [{ key: group.entity, title: plural, options: group.more ? [...options, all] : options }];
  }

  const pages: Option[] = place.entries
    .map(({ path, label, named, icon: Icon }) => ({ key: path, path, icon: <Icon />, title: named ? labelIn(named, i18n.language) : tShell(label) }))
    .filter((option) => text === "" || matches(option.title));
  const actions: Option[] = kinds
    .filter((kind) => kind.actions.includes("create"))
    .map((kind) => ({ key: `new-${kind.name}`, path: newPath(store, kind.name), icon: <PlusOutlined />, title: t("newOf", { kind: labelIn(kind.label, i18n.language) }) }))
    .filter((option) => text !== "" && matches(option.title));
  const stores: Option[] = me.groups
    .flatMap((group) => group.stores)
    .filter((one) => one.slug !== store && (text === "" ? !inStore : matches(one.name)))
    .slice(0, shown)
    .map((one) => ({ key: `store-${one.slug}`, path: `/s/${one.slug}`, icon: <ShopOutlined />, title: one.name }));

  const groups: OptionGroup[] = text
    ? (found.data?.groups ?? []).flatMap(hits)
    : [
        { key: "recent", title: t("recent"), options: (memory.data?.recent ?? []).flatMap((one) => remembered(one, <HistoryOutlined />, "recent")).slice(0, shown) },
        {
          key: "favourites",
          title: t("favourites"),
          options: [
            ...(memory.data?.favourites ?? []).flatMap((one) => remembered(one, <StarOutlined />, "star")),
            ...(memory.data?.views ?? []).map((view) => ({ key: view.id, path: listPath(store, view.entity), search: { view: view.id }, icon: <TableOutlined />, title: view.name })),
          ].slice(0, shown),
        },
      ];
  const around = [
    { key: "actions", title: t("actions"), options: actions },
    { key: "pages", title: t("pages"), options: inStore && text === "" ? [] : pages.slice(0, shown) },
    { key: "stores", title: t("stores"), options: stores },
  ];
  return {
    groups: [...groups, ...around].filter((group) => group.options.length > 0),
    busy: text !== "" && inStore && found.isFetching,
    error: text ? found.error : null,
  };
}
