import { queryOptions } from "@tanstack/react-query";
import { getImport, getImportState, listImports, readImportLimits } from "@/api/sdk.gen";
import { isAtWork } from "@/features/imports/steps";

const often = 1_000;
const seldom = 3_000;

/** The group's imports, newest first; asked again while one is at work. */
export function importsQuery(group: string) {
  return queryOptions({
    queryKey: ["hq", group, "imports"],
    queryFn: ({ signal }) => listImports({ path: { group }, signal }),
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? seldom : false),
  });
}

/** All that is known of one import. */
export function importQuery(group: string, id: string) {
  return queryOptions({
    queryKey: ["hq", group, "import", id],
    queryFn: ({ signal }) => getImport({ path: { group, import_id: id }, signal }),
  });
}

/** What changes while a worker is at it, asked for every second until it rests. */
export function importStateQuery(group: string, id: string) {
  return queryOptions({
    queryKey: ["hq", group, "import", id, "state"],
    queryFn: ({ signal }) => getImportState({ path: { group, import_id: id }, signal }),
    refetchInterval: ({ state }) => (!state.data || isAtWork(state.data) ? often : false),
    gcTime: 0,
  });
}

/** Where the refused rows lie as a file. */
export function issuesAddress(group: string, id: string): string {
  return `/api/hq/${group}/imports/${id}/issues.csv`;
}

/** The largest file that the server takes, in MB. */
export function importLimitsQuery(group: string) {
  return queryOptions({
    queryKey: ["hq", group, "import-limits"],
    queryFn: ({ signal }) => readImportLimits({ path: { group }, signal }),
    staleTime: Infinity,
  });
}
