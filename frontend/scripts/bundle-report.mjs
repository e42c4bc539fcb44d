/**
 * Reads dist/.vite/manifest.json and prints one JSON object: kB (1000 bytes) of gzip that a browser needs
 * - sign_in_kb_gzip: to show the sign-in page,
 * - shell_kb_gzip: to show the signed-in shell in a store,
 * - slowest_route_kb_gzip: on top of the shell (of the entry, for pages outside it) by the heaviest page,
 *   pages that draw charts or flows apart,
 * - slowest_route_shown_kb_gzip: the same without what it loads only when somebody opens it: a calendar, a filter, a sheet,
 * - chart_route_kb_gzip: the same by the heaviest page that draws charts or flows; it has a bar of its own,
 * - customer_kb_gzip: by the customers' pages, an entry of their own.
 * Counted: every JS and CSS file reached by static imports, and for a page also what it loads on demand.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const sizes = new Map();

function gzipBytes(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
  return sizes.get(file);
}

/** The files that the chunks need; with `onDemand` also those that they import dynamically. */
function filesOf(keys, { onDemand = false } = {}) {
  const files = new Set();
  const seen = new Set();
  const queue = [...keys];
  while (queue.length > 0) {
    const key = queue.pop();
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`no chunk ${key} in the manifest`);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    queue.push(...(chunk.imports ?? []));
    if (onDemand && key !== entry) queue.push(...(chunk.dynamicImports ?? []));
  }
  return files;
}

function kilobytes(files, without = new Set()) {
  const bytes = [...files].filter((file) => !without.has(file)).reduce((sum, file) => sum + gzipBytes(file), 0);
  return Math.round(bytes / 100) / 10;
}

const entry = "index.html";
const signIn = [entry, "src/features/entrance/EntranceFrame.tsx", "src/features/entrance/SignInPage.tsx"];
const shell = [entry, "src/app/shell/Shell.tsx", "src/app/shell/StorePlace.tsx"];
const drawings = /^src\/features\/flows\//;
const outside = /^src\/features\/(entrance|invitation|welcome|outbox)\//;

const shellFiles = filesOf(shell);
const entryFiles = filesOf([entry]);
const routes = manifest[entry].dynamicImports
  .filter((key) => !shell.includes(key))
  .map((key) => {
    const base = outside.test(key) ? entryFiles : shellFiles;
    const files = filesOf([key], { onDemand: true });
    const shown = kilobytes(filesOf([key]), base);
    return { route: key, kb_gzip: kilobytes(files, base), shown, charts: drawings.test(key) || [...files].some((file) => /\/echarts-/.test(file)) };
  })
  .toSorted((one, other) => other.kb_gzip - one.kb_gzip);

const plain = routes.find((route) => !route.charts);
const charts = routes.find((route) => route.charts);
const customerEntry = Object.keys(manifest).find((key) => manifest[key].isEntry && key !== entry);
const report = {
  sign_in_kb_gzip: kilobytes(filesOf(signIn)),
  shell_kb_gzip: kilobytes(shellFiles),
  slowest_route_kb_gzip: plain?.kb_gzip ?? 0,
  slowest_route_shown_kb_gzip: Math.max(0, ...routes.filter((route) => !route.charts).map((route) => route.shown)),
  chart_route_kb_gzip: charts?.kb_gzip ?? 0,
  customer_kb_gzip: customerEntry ? kilobytes(filesOf([customerEntry], { onDemand: true })) : 0,
  customer_entry_exists: Boolean(customerEntry),
  slowest_route: plain?.route ?? null,
  n: routes.length,
};

if (process.argv.includes("--routes")) for (const { route, kb_gzip } of routes) console.error(kb_gzip, route);
if (process.argv.includes("--files")) {
  for (const file of [...filesOf(signIn)].toSorted((one, other) => gzipBytes(other) - gzipBytes(one))) {
    console.error(gzipBytes(file), file);
  }
}
console.log(JSON.stringify(report));
