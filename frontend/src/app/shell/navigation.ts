import {
  AimOutlined,
  ApartmentOutlined,
  AppstoreOutlined,
  BarChartOutlined,
  CalculatorOutlined,
  CarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  CreditCardOutlined,
  DeleteOutlined,
  FileTextOutlined,
  HistoryOutlined,
  HomeOutlined,
  HourglassOutlined,
  ImportOutlined,
  InboxOutlined,
  KeyOutlined,
  MessageOutlined,
  ProfileOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  ShopOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UserOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import type { EntityOut, LabelOut } from "@/api/types.gen";
import { listPath } from "@/features/records/paths";
import { sections } from "@/features/records/sections";
import type { TextKey } from "@/i18n/defineTexts";
import type texts from "../locales/zh-CN.json";

/** `named`: in the words of the store that added the kind of record. `counted`: shows how much waits there. */
export type NavEntry = {
  path: string;
  label: TextKey<typeof texts>;
  named?: LabelOut;
  icon: ComponentType;
  exact?: boolean;
  counted?: boolean;
};

type StoreEntry = Omit<NavEntry, "path"> & { segment: string; permission: string | null };

const storeEntries: StoreEntry[] = [
  { segment: "", label: "nav.home", icon: HomeOutlined, permission: null, exact: true },
  { segment: "/work", label: "nav.work", icon: CheckSquareOutlined, permission: null, counted: true },
  { segment: "/leads", label: "nav.leads", icon: AimOutlined, permission: null },
  { segment: "/lead-pool", label: "nav.pool", icon: InboxOutlined, permission: null },
  { segment: "/figures", label: "nav.figures", icon: BarChartOutlined, permission: null },
  { segment: "/lead-losses", label: "nav.losses", icon: BarChartOutlined, permission: "lead_pool.write" },
  { segment: "/channel-returns", label: "nav.returns", icon: BarChartOutlined, permission: null },
  { segment: "/quotes", label: "nav.quotes", icon: FileTextOutlined, permission: null },
  { segment: "/calculator", label: "nav.calculator", icon: CalculatorOutlined, permission: null },
  { segment: "/customers", label: "nav.customers", icon: UserOutlined, permission: sections.customers.permission },
  { segment: "/vehicles", label: "nav.vehicles", icon: CarOutlined, permission: sections.vehicles.permission },
  { segment: "/orders", label: "nav.orders", icon: FileTextOutlined, permission: sections.orders.permission },
  { segment: "/test-drives/schedule", label: "nav.drives", icon: ScheduleOutlined, permission: null },
  { segment: "/stock", label: "nav.stock", icon: InboxOutlined, permission: null },
  { segment: "/used-cars", label: "nav.usedCars", icon: SwapOutlined, permission: null },
  { segment: "/trims", label: "nav.models", icon: AppstoreOutlined, permission: null },
  { segment: "/model-comparison", label: "nav.modelComparison", icon: SwapOutlined, permission: null },
  { segment: "/messages", label: "nav.messages", icon: MessageOutlined, permission: null },
  { segment: "/people", label: "nav.people", icon: TeamOutlined, permission: "people.read" },
  { segment: "/policies", label: "nav.policies", icon: SafetyOutlined, permission: "policy.write" },
  { segment: "/audit", label: "nav.audit", icon: HistoryOutlined, permission: "audit.read" },
  { segment: "/settings/fields", label: "nav.fields", icon: TableOutlined, permission: "catalogue.design" },
  { segment: "/design/rules", label: "nav.rules", icon: ThunderboltOutlined, permission: "catalogue.design" },
  { segment: "/settings/lead-sources", label: "nav.leadSources", icon: ImportOutlined, permission: "catalogue.design" },
  { segment: "/settings/lead-score", label: "nav.leadScore", icon: AimOutlined, permission: "catalogue.design" },
  { segment: "/settings/worktime", label: "nav.worktime", icon: ClockCircleOutlined, permission: "worktime.write" },
  { segment: "/settings/particulars", label: "nav.particulars", icon: ProfileOutlined, permission: "particulars.write" },
  { segment: "/settings/retention", label: "nav.retention", icon: HourglassOutlined, permission: "retention.write" },
  { segment: "/design/flows", label: "nav.flows", icon: ApartmentOutlined, permission: "catalogue.design" },
  { segment: "/design/packs", label: "nav.packs", icon: ShopOutlined, permission: "catalogue.design" },
  { segment: "/settings/tokens", label: "nav.tokens", icon: KeyOutlined, permission: "people.invite" },
  { segment: "/bin", label: "nav.bin", icon: DeleteOutlined, permission: null },
];

/** What dealers alone have in their menu, for those who may read it. */
const dealers: Record<string, string | undefined> = { "/test-drives/schedule": "test_drive", "/stock": "stock_vehicle", "/used-cars": "used_car", "/trims": "trim", "/model-comparison": "trim", "/figures": "lead" };

/** What a person may open in one store. Sales orders are the dealers'; repair shops have none. */
export function storeNavigation(store: string, pack: string, permissions: string[], entities: EntityOut[]): NavEntry[] {
  const reads = (entity: string | undefined) => entities.some(({ name }) => name === entity);
  const entries = storeEntries
    .filter((entry) => entry.permission === null || permissions.includes(entry.permission))
    .filter((entry) => pack !== "repair" || entry.segment !== "/orders")
    .filter((entry) => entry.segment !== "/work" || entities.some(({ name }) => name === "task"))
    .filter(({ segment }) => !["/quotes", "/calculator"].includes(segment) || (pack !== "repair" && entities.some(({ name }) => name === "quote")))
    .filter(({ segment }) => !segment.startsWith("/lead") || entities.some(({ name, verbs }) => name === "lead" && (segment === "/leads" || verbs.some((verb) => verb.name === "pick"))))
    .filter((entry) => dealers[entry.segment] === undefined || (pack !== "repair" && reads(dealers[entry.segment])))
    .filter(({ segment }) => segment !== "/channel-returns" || entities.some(({ name }) => name === "channel_cost"))
    .filter((entry) => entry.segment !== "/bin" || entities.some(({ actions }) => actions.includes("delete")))
    .map(({ segment, permission: _, ...entry }) => ({ ...entry, path: `/s/${store}${segment}` }));
  return withOwn(store, entries, entities);
}

/** The store's own kinds of record, each behind the kind that stands before it in the store's order. */
function withOwn(store: string, entries: NavEntry[], entities: EntityOut[]): NavEntry[] {
  let found = entries;
  let behind = entries.findIndex(({ label }) => label === "nav.home");
  for (const entity of entities) {
    const path = listPath(store, entity.name);
    const there = found.findIndex((entry) => entry.path === path);
    if (there >= 0) behind = there;
    if (!entity.name.startsWith("x_")) continue;
    behind += 1;
    found = found.toSpliced(behind, 0, { path, label: "nav.own", named: entity.label_plural, icon: ProfileOutlined });
  }
  return found;
}

type HqEntry = Omit<NavEntry, "path"> & { segment: string; roles: string[] };

const everyRole = ["group_owner", "hq_operations", "auditor"];
const hqEntries: HqEntry[] = [
  { segment: "/compare", label: "nav.compare", icon: BarChartOutlined, roles: everyRole },
  { segment: "/imports", label: "nav.imports", icon: ImportOutlined, roles: everyRole },
  { segment: "/stores", label: "nav.stores", icon: ShopOutlined, roles: everyRole },
  { segment: "/people", label: "nav.people", icon: TeamOutlined, roles: ["group_owner", "hq_operations"] },
  { segment: "/fields", label: "nav.fields", icon: TableOutlined, roles: ["group_owner", "hq_operations"] },
  { segment: "/ceilings", label: "nav.ceilings", icon: SafetyOutlined, roles: ["group_owner", "hq_operations"] },
  { segment: "/plan", label: "nav.plan", icon: CreditCardOutlined, roles: ["group_owner"] },
];

/** What a person may open at the head of a group. */
export function hqNavigation(group: string, role: string | null): NavEntry[] {
  return hqEntries
    .filter((entry) => role !== null && entry.roles.includes(role))
    .map(({ segment, roles: _, ...entry }) => ({ ...entry, path: `/hq/${group}${segment}` }));
}
