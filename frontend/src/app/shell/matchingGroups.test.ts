import { expect, test } from "vitest";
import type { GroupEntry } from "@/api/types.gen";
import { matchingGroups } from "./matchingGroups";

const store = (slug: string, name: string) => ({ id: slug, slug, name, pack: "dealer", status: "active", role: "store_manager" });
const groups: GroupEntry[] = [
  { id: "1", slug: "chengqi", name: "Chengqi", role: "group_owner", stores: [store("byd", "BYD Hangzhou"), store("vw", "VW Wuhan")] },
  { id: "2", slug: "anda", name: "Anda", role: null, stores: [store("pudong", "Pudong")] },
];
const shown = (text: string) =>
  matchingGroups(groups, text).map((group) => [group.slug, group.headquarters, group.stores.map((one) => one.slug)]);

test("without words everything is there, headquarters only with a role at group level", () => {
  expect(shown("")).toEqual([
    ["chengqi", true, ["byd", "vw"]],
    ["anda", false, ["pudong"]],
  ]);
});

test("a store's name narrows to that store", () => expect(shown("wuhan")).toEqual([["chengqi", false, ["vw"]]]));

test("a group's name keeps all its stores", () => expect(shown("ANDA")).toEqual([["anda", false, ["pudong"]]]));

test("words that match nothing leave nothing", () => expect(shown("xyz")).toEqual([]));
