import { ArrowLeftOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { KeyFacts } from "@/components/KeyFacts";
import { NotFound } from "@/components/NotFound";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { entitiesQuery } from "./api/entities";
import type { Entity, Field } from "./api/entities";
import { recordQuery } from "./api/record";
import type { RecordOut } from "@/api/types.gen";
import { FieldValue } from "@/features/fields/FieldValue";
import { Headline } from "./Headline";
import { labelIn } from "@/i18n/labelIn";
import { lastListSearch } from "./lastListSearch";
import styles from "./recordPage.module.css";
import { recordTitle } from "./recordTitle";
import { RelatedList } from "./RelatedList";
import { isSection, sections } from "./sections";
import type { Section } from "./sections";
import { useRecordsTexts } from "./texts";
import { useWords } from "@/features/fields/useWords";
import { BackHome, BackToList } from "./WayBack";

/** One record: what it is, its facts, and the records that point at it. */
export function RecordPage() {
  const { store, section, id } = useParams({ from: "/_shell/s/$store/$section/$id" });
  if (!isSection(section)) return <NotFound home={<BackHome store={store} />} />;
  return <RecordOf store={store} section={section} id={id} />;
}

function RecordOf({ store, section, id }: { store: string; section: Section; id: string }) {
  const name = sections[section].entity;
  const entities = useQuery(entitiesQuery(store));
  const answer = useQuery(recordQuery(store, name, id));
  const error = entities.error ?? answer.error;
  if (error) {
    const back = <BackToList store={store} section={section} />;
    return <ErrorPanel whole error={error} onRetry={() => void answer.refetch()} actions={back} />;
  }
  if (!entities.data || !answer.data) return <SkeletonRows rows={8} />;
  const entity = entities.data.find((candidate) => candidate.name === name);
  if (!entity) return <NotFound home={<BackHome store={store} />} />;
  return <RecordView store={store} section={section} entity={entity} entities={entities.data} answer={answer.data} />;
}

const stamps = new Set(["created_at", "updated_at"]);

function RecordView(props: { store: string; section: Section; entity: Entity; entities: Entity[]; answer: RecordOut }) {
  const { store, section, entity, answer } = props;
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const factsOf = (fields: Field[]) =>
    fields.map((field) => ({
      key: field.name,
      label: labelIn(field.label, i18n.language),
      value: <FieldValue value={answer.record[field.name]} field={field} store={store} row={answer.record} whole />,
    }));
  const own = entity.fields.filter((field) => !stamps.has(field.name));
  const kept = entity.fields.filter((field) => stamps.has(field.name));
  return (
    <div className={styles.page}>
      <PageHeader
        above={
          <Link
            to="/s/$store/$section"
            params={{ store, section }}
            search={lastListSearch(store, section)}
            className={styles.back}
          >
            <ArrowLeftOutlined aria-hidden /> {labelIn(entity.label_plural, i18n.language)}
          </Link>
        }
        title={recordTitle(entity, answer.record, words)}
        note={<Headline entity={entity} row={answer.record} />}
      />
      <div className={answer.related.length > 0 ? styles.columns : styles.single}>
        <div>
          <Panel title={t("details")}>
            <KeyFacts facts={factsOf(own)} columns />
          </Panel>
          {kept.length > 0 && (
            <Panel title={t("record")}>
              <KeyFacts facts={factsOf(kept)} columns />
            </Panel>
          )}
        </div>
        <div>
          {answer.related.map((related) => (
            <RelatedList key={`${related.entity}-${related.label.en}`} store={store} related={related} entities={props.entities} />
          ))}
        </div>
      </div>
    </div>
  );
}
