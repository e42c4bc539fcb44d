import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Select } from "antd";
import { formsQuery } from "@/features/forms/api/designs";
import { useDesigner } from "../designer/useDesigner";
import { useFlowTexts } from "../texts";
import { Member } from "./Member";

/** The form by which whoever is asked sees the record and fills it in. */
export function FormOf({ value, onChange }: { value: string | null; onChange: (form: string | null) => void }) {
  const t = useFlowTexts();
  const { store, telling } = useDesigner();
  const { entity } = telling.told;
  const forms = useQuery(formsQuery(store, entity.name)).data ?? [];
  const offered = forms.filter(({ published }) => published !== null).map(({ id, name }) => ({ value: id, label: name }));
  // One that is not in force any more is still named, until another is chosen.
  const lost = value !== null && !offered.some((one) => one.value === value) ? [{ value, label: telling.forms.get(value) ?? t("lost") }] : [];
  return (
    <Member title={t("shownBy.title")}>
      <Select
        aria-label={t("shownBy.title")}
        value={value ?? ""}
        options={[{ value: "", label: t("shownBy.none") }, ...offered, ...lost]}
        onChange={(form: string) => onChange(form || null)}
      />
      <Link to="/s/$store/design/forms/$entity" params={{ store, entity: entity.name }}>
        {t("shownBy.design")}
      </Link>
    </Member>
  );
}
