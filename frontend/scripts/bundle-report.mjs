/**
 * Reads dist/.vite/manifest.json and prints one JSON object: kB (1000 bytes) of gzip that a browser loads
 * - sign_in_kb_gzip: to show the sign-in page,
 * - shell_kb_gzip: to show the signed-in shell in a store,
 * - slowest_route_kb_gzip: on top of the shell (of the entry, for pages outside it) to show the heaviest page,
 *   designers and pages that draw charts or flows apart,
 * - slowest_route_opened_kb_gzip: the same with everything that the page loads when it is opened there: a filter, a sheet,
 *   the editors of all kinds of field; nobody opens all of it, so it has no bar,
 * - chart_route_kb_gzip: by the heaviest designer or page with charts, everything that it opens counted too,
 * - customer_kb_gzip: by the heaviest of the customers' pages, an entry of their own.
 *
 * Counted: every JS and CSS file reached by static imports, and each part that is loaded without a click. Texts are loaded
 * in one language (see src/i18n/defineTexts.ts), so each page counts with those of its heavier language.
 * A new part of a page counts until it is named here as one that a click opens, or as one of which a page has only one.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const entry = "index.html";
const customerEntry = Object.keys(manifest).find((key) => manifest[key].isEntry && key !== entry);
const sizes = new Map();

const languages = ["zh-CN", "en"];
const texts = /\/locales\/(zh-CN|en)\.json$/;
const guides = /\.md\?raw$/;
/** Loaded with the first click on what opens them. */
const opened = /\/(builder\/FilterSheet|RuleEditor|marks\/ColorsSheet|views\/ManageViews|files\/(Viewer|SendingBar)|messages\/record\/WriteSheet)\.tsx$/;
/** Controls of fields: on these pages they stand in sheets that a click opens. On all others they count. */
const showing = /\/(records\/(ListPage|RecordPage)|work\/WorkPage|work\/approvals\/ItemPage|pool\/PoolPage|design\/KindPage)\.tsx$/;
const editors = /\/(fields\/editors\/\w+|files\/(FilesEditor|SignatureEditor))\.tsx$/;
/** Shown on the page of a record; a list shows the plain words. */
const whole = /\/fields\/displays\/Markdown\.tsx$/;
/** Of each of these a page has one: the heaviest counts. */
const alternatives = [
  // How a list is laid out; plain rows are part of the page, what they may hold is not.
  { on: /\/ListPage\.tsx$/, of: /\/(records\/layouts\/(board\/Board|Gallery|GroupedRows|Tree|calendar\/MonthCalendar)|displays\/PageLink)\.tsx$/ },
  // What the page of a record has by its kind.
  { on: /\/RecordPage\.tsx$/, of: /\/(deliveries\/Blockers|leads\/FollowUp|relations\/Relations)\.tsx$/ },
  // What fields of rarer kinds need. A record that has several of them needs that much more.
  { on: /(?<!\/ListPage)\.tsx$/, of: /\/(displays\/(Markdown|PageLink)|live\/rows\/SubTable)\.tsx$/ },
];
const designers = /^src\/features\/(flows|forms\/designer|rules\/editor|printing\/editor)\//;
const outside = /^src\/features\/(entrance|invitation|welcome|outbox)\//;

function gzipBytes(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
  return sizes.get(file);
}

function kilobytes(files, without = new Set()) {
  const bytes = [...files].filter((file) => !without.has(file)).reduce((sum, file) => sum + gzipBytes(file), 0);
  return Math.round(bytes / 100) / 10;
}

/** What the chunks load later, texts and the guides of the help apart. */
function partsOf(keys, language) {
  const found = new Set();
  for (const key of chunksOf(keys, language)) {
    if (key === entry || key === customerEntry) continue;
    for (const part of manifest[key].dynamicImports ?? []) if (!texts.test(part) && !guides.test(part)) found.add(part);
  }
  return found;
}

/** The chunks that static imports reach, with the texts of one language. */
function chunksOf(keys, language) {
  const seen = new Set();
  const queue = [...keys];
  while (queue.length > 0) {
    const key = queue.pop();
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`no chunk ${key} in the manifest`);
    queue.push(...(chunk.imports ?? []));
    queue.push(...(chunk.dynamicImports ?? []).filter((part) => texts.exec(part)?.[1] === language));
  }
  return seen;
}

function filesOf(keys, language) {
  return new Set([...chunksOf(keys, language)].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));
}

/** `key` with all parts that `counts` lets in, and those that they load in turn. */
function grown(key, language, counts) {
  const taken = new Set([key]);
  for (let before = 0; before < taken.size; ) {
    before = taken.size;
    for (const part of partsOf(taken, language)) if (counts(part)) taken.add(part);
  }
  return taken;
}

/** kB to show the page over `base`, and with all that it may open. */
function weigh(key, base, language) {
  const everything = kilobytes(filesOf(grown(key, language, () => true), language), base);
  const rivals = alternatives.filter(({ on }) => on.test(key)).map(({ of }) => of);
  const waits = (part) => opened.test(part) || (showing.test(key) && isEditor(part)) || (key.endsWith("/ListPage.tsx") && whole.test(part));
  const shown = grown(key, language, (part) => !waits(part) && !rivals.some((of) => of.test(part)));
  for (const of of rivals) {
    const some = [...partsOf(shown, language)].filter((part) => of.test(part) && !waits(part));
    const taken = some.find((part) => shown.has(part)) ?? some.toSorted((one, other) => withPart(shown, other, language) - withPart(shown, one, language))[0];
    if (taken) shown.add(taken);
  }
  return { shown: kilobytes(filesOf(shown, language), base), everything };
}

const withPart = (keys, part, language) => kilobytes(filesOf([...keys, part], language));

/** Editors that share a chunk with other things have no source in the manifest, but the name of one of theirs. */
function isEditor(part) {
  return editors.test(part) || Boolean(manifest[part].name?.endsWith("Editor"));
}

const heavier = (measure) => Math.max(...languages.map(measure));
const signIn = [entry, "src/features/entrance/EntranceFrame.tsx", "src/features/entrance/SignInPage.tsx"];
const shell = [entry, "src/app/shell/Shell.tsx", "src/app/shell/StorePlace.tsx"];

function weighRoute(key) {
  const weights = languages.map((language) => weigh(key, filesOf(outside.test(key) ? [entry] : shell, language), language));
  const files = filesOf(grown(key, "en", () => true), "en");
  return {
    route: key,
    shown: Math.max(...weights.map(({ shown }) => shown)),
    everything: Math.max(...weights.map(({ everything }) => everything)),
    drawn: designers.test(key) || [...files].some((file) => /\/echarts-/.test(file)),
  };
}

const routes = manifest[entry].dynamicImports.filter((key) => !shell.includes(key) && !texts.test(key)).map(weighRoute);
const plain = routes.filter(({ drawn }) => !drawn).toSorted((one, other) => other.shown - one.shown);
const drawn = routes.filter((route) => route.drawn).toSorted((one, other) => other.everything - one.everything);
const customers = (manifest[customerEntry]?.dynamicImports ?? [])
  .filter((key) => !texts.test(key))
  .map((key) => ({ page: key, kb: heavier((language) => kilobytes(filesOf([customerEntry, ...grown(key, language, () => true)], language))) }));

const report = {
  sign_in_kb_gzip: heavier((language) => kilobytes(filesOf(signIn, language))),
  shell_kb_gzip: heavier((language) => kilobytes(filesOf(shell, language))),
  slowest_route_kb_gzip: plain[0]?.shown ?? 0,
  slowest_route_opened_kb_gzip: Math.max(0, ...plain.map(({ everything }) => everything)),
  chart_route_kb_gzip: drawn[0]?.everything ?? 0,
  customer_kb_gzip: Math.max(0, ...customers.map(({ kb }) => kb)),
  customer_entry_exists: Boolean(customerEntry),
  slowest_route: plain[0]?.route ?? null,
  n: routes.length,
};

if (process.argv.includes("--routes")) {
  for (const { route, shown, everything } of [...drawn, ...plain]) console.error(shown, everything, route);
  for (const { page, kb } of customers) console.error(kb, page);
}
if (process.argv.includes("--files")) {
  for (const file of [...filesOf(signIn, languages[0])].toSorted((one, other) => gzipBytes(other) - gzipBytes(one))) {
    console.error(gzipBytes(file), file);
  }
}
console.log(JSON.stringify(report));
