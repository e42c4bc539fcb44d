import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { handOver } from "@/api/sdk.gen";
import type { OwnedOut } from "@/api/types.gen";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { inStore } from "@/http/inStore";
import { useHandoverTexts } from "./texts";

/** What must not be lost with them: what is still open, and what has no end, such as customers. */
export const partsLeft = (owned: OwnedOut[]) =>
  owned.filter(({ open, total }) => (open ?? total) > 0).map(({ entity, open }) => ({ entity, which: open === null ? ("all" as const) : ("open" as const) }));

/** Give it to one colleague, as any hand-over: it is in the history, and can be taken back. */
export const leaveTo = (store: string, person: string, reason: string, owned: OwnedOut[], to: string) =>
  handOver({ headers: inStore(store), body: { person, reason, parts: partsLeft(owned).map((part) => ({ ...part, to: [to] })) } });

/** To whom it goes when they are removed right now. */
export function LeftTo({ store, person, value, onChange }: { store: string; person: string; value: string | null; onChange: (to: string) => void }) {
  const t = useHandoverTexts();
  const people = (useQuery(storePeopleQuery(store)).data ?? []).filter(({ id }) => id !== person);
  return (
    <Select
      aria-label={t("leftTo")}
      placeholder={t("leftTo")}
      showSearch={{ optionFilterProp: "label" }}
      value={value}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
