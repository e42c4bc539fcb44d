import { useTranslation } from "react-i18next";
import { KeyFacts } from "@/components/KeyFacts";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { isBlank } from "@/features/fields/valueText";
import { FormLayout } from "@/features/forms/live/FormLayout";
import { isWaiting, useLive } from "@/features/forms/live/useLive";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "./api/entities";
import { idOf } from "./api/list";
import type { Row } from "./api/list";
import { FormSections, Folding } from "./form/FormSections";
import { ownFields, stamps } from "./form/fieldSections";
import { MaskedValue } from "./reveal/MaskedValue";
import type { Reveal } from "./reveal/useReveal";
import { useRecordsTexts } from "./texts";

/** `step`: the id of what a flow asks on the record: it is laid out by the form of that step. */
type Props = { store: string; entity: Entity; record: Row; reveal: Reveal; step: string | null };

const nothingBad: ReadonlySet<string> = new Set();

/** What is known of a record, laid out by the form for looking where there is one. What that leaves out, and is not
 * empty, is folded up below it: nothing is lost from sight. */
export function RecordFacts({ store, entity, record, reveal, step }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const live = useLive(store, entity, "detail", idOf(record), step);
  const factsOf = (fields: Field[]) =>
    fields.map((field) => ({
      key: field.name,
      label: labelIn(field.label, i18n.language),
      value: <MaskedValue store={store} field={field} record={record} reveal={reveal} />,
    }));
  if (isWaiting(live)) return <SkeletonRows rows={6} />;
  const kept = entity.fields.filter((field) => stamps.has(field.name));
  const laid = new Set(live.entity.fields.map(({ name }) => name));
  const others = live.form ? ownFields(entity).filter(({ name }) => !laid.has(name) && !isBlank(record[name])) : [];
  return (
    <>
      {live.form && live.state ? (
        <FormLayout form={live.form} state={live.state} entity={live.entity} bad={nothingBad} rows={{ store, record: idOf(record), still: true }}>
          {(field) => <KeyFacts facts={factsOf([field])} />}
        </FormLayout>
      ) : (
        <FormSections fields={ownFields(entity)}>{(part) => <KeyFacts facts={factsOf(part)} columns />}</FormSections>
      )}
      {others.length > 0 && (
        <Folding foldable title={t("otherFields")} count={others.length} open={false}>
          {() => <KeyFacts facts={factsOf(others)} columns />}
        </Folding>
      )}
      {kept.length > 0 && (
        <Panel title={t("record")}>
          <KeyFacts facts={factsOf(kept)} columns />
        </Panel>
      )}
    </>
  );
}
