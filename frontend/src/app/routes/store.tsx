import { createRoute } from "@tanstack/react-router";
import { auditSearchOf } from "@/features/audit/auditSearch";
import { binSearchOf } from "@/features/bin/api";
import { askedSearchOf } from "@/features/records/askedSearch";
import { listSearchOf } from "@/features/records/listSearch";
import { importSearchOf } from "@/features/imports/importSearch";
import { flowRoutes } from "./flows";
import { leadRoutes } from "./leads";
import { packRoutes } from "./packs";
import { store } from "./storePlace";
import { workRoutes } from "./work";
import { page } from "./page";

const home = createRoute({
  getParentRoute: () => store,
  path: "/",
  component: page(() => import("@/features/home/HomePage"), "HomePage"),
});

const people = createRoute({
  getParentRoute: () => store,
  path: "/people",
  component: page(() => import("@/features/people/PeopleOfStore"), "PeopleOfStore"),
});

const handOver = createRoute({
  getParentRoute: () => store,
  path: "/people/hand-over/$person",
  component: page(() => import("@/features/handover/HandOverPage"), "HandOverPage"),
});

const policies = createRoute({
  getParentRoute: () => store,
  path: "/policies",
  component: page(() => import("@/features/policies/PoliciesPage"), "PoliciesPage"),
});

const audit = createRoute({
  getParentRoute: () => store,
  path: "/audit",
  validateSearch: auditSearchOf,
  component: page(() => import("@/features/audit/AuditPage"), "AuditPage"),
});

const kinds = createRoute({
  getParentRoute: () => store,
  path: "/settings/fields",
  component: page(() => import("@/features/design/KindsPage"), "KindsPage"),
});

const kind = createRoute({
  getParentRoute: () => store,
  path: "/settings/fields/$entity",
  component: page(() => import("@/features/design/KindPage"), "KindPage"),
});

const forms = createRoute({
  getParentRoute: () => store,
  path: "/design/forms/$entity",
  component: page(() => import("@/features/forms/designer/FormsPage"), "FormsPage"),
});

const form = createRoute({
  getParentRoute: () => store,
  path: "/design/forms/$entity/$form",
  component: page(() => import("@/features/forms/designer/DesignerPage"), "DesignerPage"),
});

const formField = createRoute({
  getParentRoute: () => form,
  path: "/field",
  component: page(() => import("@/features/forms/designer/NewFieldSheet"), "NewFieldSheet"),
});

const prints = createRoute({
  getParentRoute: () => store,
  path: "/design/print/$entity",
  component: page(() => import("@/features/printing/TemplatesPage"), "TemplatesPage"),
});

const print = createRoute({
  getParentRoute: () => store,
  path: "/design/print/$entity/$template",
  component: page(() => import("@/features/printing/editor/EditorPage"), "EditorPage"),
});

const rules = createRoute({
  getParentRoute: () => store,
  path: "/design/rules",
  component: page(() => import("@/features/rules/RulesPage"), "RulesPage"),
});

const rule = createRoute({
  getParentRoute: () => store,
  path: "/design/rules/$rule",
  component: page(() => import("@/features/rules/editor/RulePage"), "RulePage"),
});

const driveSchedule = createRoute({
  getParentRoute: () => store,
  path: "/test-drives/schedule",
  component: page(() => import("@/features/drives/SchedulePage"), "SchedulePage"),
});

const messages = createRoute({
  getParentRoute: () => store,
  path: "/messages",
  component: page(() => import("@/features/messages/MessagesPage"), "MessagesPage"),
});

const messageTemplates = createRoute({
  getParentRoute: () => store,
  path: "/messages/templates",
  component: page(() => import("@/features/messages/TemplatesPage"), "TemplatesPage"),
});

const messageSettings = createRoute({
  getParentRoute: () => store,
  path: "/messages/settings",
  component: page(() => import("@/features/messages/SettingsPage"), "SettingsPage"),
});

const tokens = createRoute({
  getParentRoute: () => store,
  path: "/settings/tokens",
  component: page(() => import("@/features/tokens/StoreTokensPage"), "StoreTokensPage"),
});

const webhooks = createRoute({
  getParentRoute: () => store,
  path: "/settings/webhooks",
  component: page(() => import("@/features/webhooks/WebhooksPage"), "WebhooksPage"),
});

const bin = createRoute({
  getParentRoute: () => store,
  path: "/bin",
  validateSearch: binSearchOf,
  component: page(() => import("@/features/bin/BinPage"), "BinPage"),
});

const operations = createRoute({
  getParentRoute: () => store,
  path: "/operations",
  component: page(() => import("@/features/operations/OperationsPage"), "OperationsPage"),
});

const duplicates = createRoute({
  getParentRoute: () => store,
  path: "/duplicates/$entity",
  component: page(() => import("@/features/duplicates/DuplicatesPage"), "DuplicatesPage"),
});

const listPage = page(() => import("@/features/records/ListPage"), "ListPage");
const newPage = page(() => import("@/features/records/form/NewRecordPage"), "NewRecordPage");
const recordPage = page(() => import("@/features/records/RecordPage"), "RecordPage");
const personalPage = page(() => import("@/features/personal/PersonalDataPage"), "PersonalDataPage");
const editPage = page(() => import("@/features/records/form/EditRecordPage"), "EditRecordPage");

const list = createRoute({
  getParentRoute: () => store,
  path: "/$section",
  validateSearch: listSearchOf,
  component: listPage,
});
const blank = createRoute({ getParentRoute: () => store, path: "/$section/new", component: newPage });
const record = createRoute({ getParentRoute: () => store, path: "/$section/$id", validateSearch: askedSearchOf, component: recordPage });
const edit = createRoute({ getParentRoute: () => store, path: "/$section/$id/edit", validateSearch: askedSearchOf, component: editPage });

const personal = createRoute({ getParentRoute: () => store, path: "/$section/$id/personal-data", component: personalPage });

const importsPage = page(() => import("@/features/imports/store/ImportsPage"), "ImportsPage");
const importPage = page(() => import("@/features/imports/store/ImportPage"), "ImportPage");
const imports = createRoute({ getParentRoute: () => store, path: "/$section/import", component: importsPage });
const oneImport = createRoute({
  getParentRoute: () => store,
  path: "/$section/import/$job",
  validateSearch: importSearchOf,
  component: importPage,
});

// Kinds of record that a store added itself: their names are no segments of ours.
const ownList = createRoute({
  getParentRoute: () => store,
  path: "/records/$entity",
  validateSearch: listSearchOf,
  component: listPage,
});
const ownBlank = createRoute({ getParentRoute: () => store, path: "/records/$entity/new", component: newPage });
const ownRecord = createRoute({ getParentRoute: () => store, path: "/records/$entity/$id", validateSearch: askedSearchOf, component: recordPage });
const ownEdit = createRoute({ getParentRoute: () => store, path: "/records/$entity/$id/edit", validateSearch: askedSearchOf, component: editPage });
const ownImports = createRoute({ getParentRoute: () => store, path: "/records/$entity/import", component: importsPage });
const ownImport = createRoute({
  getParentRoute: () => store,
  path: "/records/$entity/import/$job",
  validateSearch: importSearchOf,
  component: importPage,
});

export const storeRoute = store.addChildren([
  home,
  ...workRoutes,
  people,
  handOver,
  policies,
  audit,
  kinds,
  kind,
  forms,
  form.addChildren([formField]),
  prints,
  print,
  rules,
  rule,
  ...flowRoutes,
  ...packRoutes,
  ...leadRoutes,
  driveSchedule,
  messages,
  messageTemplates,
  messageSettings,
  tokens,
  webhooks,
  bin,
  operations,
  duplicates,
  list,
  blank,
  record,
  edit,
  personal,
  imports,
  oneImport,
  ownImports,
  ownImport,
  ownList,
  ownBlank,
  ownRecord,
  ownEdit,
]);
