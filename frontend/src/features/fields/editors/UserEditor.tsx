import { useQuery } from "@tanstack/react-query";
import { storePeopleQuery } from "../api/storePeople";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import { IdSelect } from "./IdSelect";

/** One of the store's people; somebody who has left stays until another is chosen. */
export function UserEditor(props: EditorProps) {
  const t = useFieldTexts();
  const people = useQuery(storePeopleQuery(props.store));
  const options = (people.data ?? []).map((person) => ({ value: person.id, label: person.name }));
  return <IdSelect {...props} options={options} other={t("person.other")} fetching={people.isFetching} />;
}
