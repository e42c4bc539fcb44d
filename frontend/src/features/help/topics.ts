/** Which part of the guides a page is about: by what follows the store or the group in its address, the first that fits. */
const ofStore: [RegExp, string][] = [
  [/^\/people\/hand-over/, "handover"],
  [/^\/(people|policies)/, "rights"],
  [/^\/audit/, "audit"],
  [/^\/settings\/fields/, "fields"],
  [/^\/messages/, "messages"],
  [/^\/settings\/tokens/, "tokens"],
  [/^\/settings\/webhooks/, "webhooks"],
  [/^\/settings\/lead-sources/, "lead-sources"],
  [/^\/settings\/lead-score/, "lead-score"],
  [/^\/settings\/worktime/, "worktime"],
  [/^\/settings\/particulars/, "particulars"],
  [/^\/settings\/retention/, "retention"],
  [/^\/(channel-returns|channel-costs)/, "returns"],
  [/^\/lead-pool/, "lead-pool"],
  [/^\/lead-losses/, "lead-losses"],
  [/^\/(leads|interactions)/, "leads"],
  [/^\/figures/, "figures"],
  [/^\/test-drives/, "drives"],
  [/^\/(stock|trims|series|brands|model-comparison)/, "stock"],
  [/^\/(used-cars|used-car-costs|vehicle-owners|referrals)/, "used"],
  [/^\/(orders|quotes|payments|deliveries|promises|calculator)/, "deals"],
  [/^\/(work|tasks)/, "work"],
  [/^\/bin/, "bin"],
  [/^\/operations/, "many"],
  [/\/personal-data/, "personal"],
  [/\/import(\/|$)/, "imports"],
  [/^\/duplicates/, "duplicates"],
  [/^\/design\/forms/, "forms"],
  [/^\/design\/print/, "print"],
  [/^\/design\/rules/, "rules"],
  [/^\/design\/flows/, "flows"],
  [/^\/design\/packs/, "packs"],
];
const ofGroup: [RegExp, string][] = [
  [/^\/compare/, "hq-compare"],
  [/^\/imports/, "hq-imports"],
  [/^\/(stores|people)/, "hq-stores"],
  [/^\/fields/, "hq-fields"],
  [/^\/ceilings/, "rights"],
];

export const topics = [...ofStore, ...ofGroup].map(([, topic]) => topic);

export function topicOf(path: string): string {
  const [, place, rest = ""] = /^\/(s|hq)\/[^/]+(\/.*)?$/.exec(path) ?? [];
  if (place === undefined) return path.startsWith("/me/tokens") ? "tokens" : "start";
  const found = (place === "s" ? ofStore : ofGroup).find(([pattern]) => pattern.test(rest));
  return found?.[1] ?? (place === "s" ? "start" : "hq-start");
}
