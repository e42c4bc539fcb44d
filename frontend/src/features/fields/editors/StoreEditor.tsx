import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/features/session/api/me";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import { IdSelect } from "./IdSelect";

/** A store of the same group, out of those that the person may enter; another one stays until it is changed. */
export function StoreEditor(props: EditorProps) {
  const t = useFieldTexts();
  const me = useQuery(meQuery).data;
  const group = me?.groups.find(({ stores }) => stores.some(({ slug }) => slug === props.store));
  const options = (group?.stores ?? []).map((one) => ({ value: one.id, label: one.name }));
  return <IdSelect {...props} options={options} other={t("otherStore")} />;
}
