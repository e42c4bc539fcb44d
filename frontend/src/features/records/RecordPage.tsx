import { EditOutlined, SafetyOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { RecordOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { NotFound } from "@/components/NotFound";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { MergedAway } from "@/features/duplicates/MergedAway";
import { StarRecord } from "@/features/search/StarRecord";
import { PrintButton } from "@/features/printing/PrintButton";
import { RecordTags } from "@/features/tags/RecordTags";
import { RecordFlows } from "@/features/work/approvals/RecordFlows";
import { StartFlow } from "@/features/work/approvals/StartFlow";
import { TaskButtons } from "@/features/work/TaskButtons";
import { useWords } from "@/features/fields/useWords";
import { isApiError } from "@/http/ApiError";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "./api/entities";
import { idOf } from "./api/list";
import { recordQuery } from "./api/record";
import { DeleteRecord } from "./bulk/DeleteRecord";
import { useHere } from "./form/useHere";
import { isOpen } from "./form/values";
import { Headline } from "./Headline";
import { followedBy } from "@/features/leads/followedBy";
import { usePersonalTexts } from "@/features/personal/texts";
import { storeHomeQuery } from "@/features/store/api/home";
import { editPath, personalPath } from "./paths";
import styles from "./recordPage.module.css";
import { recordTitle } from "./recordTitle";
import { RecordFacts } from "./RecordFacts";
import { RelatedList } from "./RelatedList";
import { ReasonSheet } from "./reveal/ReasonSheet";
import { useReveal } from "./reveal/useReveal";
import { useRecordsTexts } from "./texts";
import { Timeline } from "./timeline/Timeline";
import { useEntity } from "./useEntity";
import { Steps } from "./verbs/Steps";
import { Verbs } from "./verbs/Verbs";
import { useRecordsPlace } from "./useRecordsPlace";
import { useStep } from "./useStep";
import { BackHome, BackToList } from "./WayBack";

const Blockers = lazy(async () => ({ default: (await import("@/features/deliveries/Blockers")).Blockers }));
const LeadScore = lazy(async () => ({ default: (await import("@/features/score/LeadScore")).LeadScore }));
const FollowUp = lazy(async () => ({ default: (await import("@/features/leads/FollowUp")).FollowUp }));
const CustomerGlance = lazy(async () => ({ default: (await import("@/features/around/Glance")).CustomerGlance }));
const Relations = lazy(async () => ({ default: (await import("@/features/relations/Relations")).Relations }));
const OwnersOverTime = lazy(async () => ({ default: (await import("@/features/around/Glance")).OwnersOverTime }));
const RecordMessages = lazy(async () => ({ default: (await import("@/features/messages/record/RecordMessages")).RecordMessages }));

/** One record: what it is, its facts, and the records that point at it. */
export function RecordPage() {
  const { store, entity: name, id } = useRecordsPlace();
  const { entity, entities, error } = useEntity(store, name);
  const answer = useQuery({ ...recordQuery(store, name ?? "", id), enabled: name !== null });
  const wrong = error ?? answer.error;
  if (name === null || entity === null) return <NotFound home={<BackHome store={store} />} />;
  if (wrong) {
    const back = <BackToList store={store} entity={name} />;
    const panel = <ErrorPanel whole error={wrong} onRetry={() => void answer.refetch()} actions={back} />;
    return isApiError(wrong, "unknown_record") ? <MergedAway store={store} entity={name} id={id} otherwise={panel} /> : panel;
  }
  if (!entity || !answer.data) return <SkeletonRows rows={8} />;
  return <RecordView key={id} store={store} entity={entity} entities={entities} answer={answer.data} />;
}

function RecordView(props: { store: string; entity: Entity; entities: Entity[]; answer: RecordOut }) {
  const { store, entity, answer } = props;
  const { record } = answer;
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const tPersonal = usePersonalTexts();
  const aboutPersons = useQuery(storeHomeQuery(store)).data?.permissions.includes("person.data") ?? false;
  const words = useWords();
  const reveal = useReveal(store, entity, record);
  const persons = new Set(props.entities.filter(({ person }) => person).map(({ name }) => name));
  const hasMessages = entity.person || entity.fields.some(({ type, target }) => type === "link" && target !== null && persons.has(target));
  const step = useStep();
  const lead = followedBy(entity, record);
  // What there is stands before what there is not. Owners over time are told by the car's own records of them, or by its history.
  const owners = answer.related.find((one) => one.entity === "vehicle_owner");
  const there = answer.related.filter((one) => one !== owners || one.rows.length > 0);
  const shown = [...there.filter(({ rows }) => rows.length > 0), ...there.filter(({ rows }) => rows.length === 0)];
  const relation = props.entities.find(({ name }) => name === "relation");
  const { here } = useHere(store, entity, record);
  const writable = here.fields.some((field) => isOpen(field, record));
  return (
    <div className={styles.page}>
      <PageHeader
        above={<BackToList store={store} entity={entity.name} label={labelIn(entity.label_plural, i18n.language)} />}
        title={recordTitle(entity, record, words)}
        note={<Headline store={store} entity={entity} row={record} />}
        actions={
          <>
            <StarRecord store={store} entity={entity.name} id={idOf(record)} />
            {entity.name === "task" && <TaskButtons store={store} entity={entity} record={record} writable={writable} />}
            {lead && (
              <Suspense fallback={null}>
                <FollowUp store={store} record={lead} />
              </Suspense>
            )}
            <Verbs store={store} entity={entity} record={record} />
            {writable && (
              <Link to={editPath(store, entity.name, idOf(record))} search={step ? { asked: step } : {}} aria-keyshortcuts="e">
                <Button type={entity.verbs.length > 0 ? "default" : "primary"} icon={<EditOutlined />}>
                  {t("editShort")}
                </Button>
              </Link>
            )}
            <StartFlow store={store} entity={entity.name} id={idOf(record)} />
            <PrintButton store={store} entity={entity.name} ids={[idOf(record)]} />
            {entity.person && aboutPersons && (
              <Link to={personalPath(store, entity.name, idOf(record))}>
                <Button icon={<SafetyOutlined />}>{tPersonal("link")}</Button>
              </Link>
            )}
            {entity.actions.includes("delete") && <DeleteRecord store={store} entity={entity} record={record} />}
          </>
        }
      />
      {step && (
        <p className={styles.step}>
          {t("inStep")}{" "}
          <Link to="/s/$store/work/items/$item" params={{ store, item: step }}>
            {t("backToStep")}
          </Link>
        </p>
      )}
      {entity.state && <Steps entity={entity} record={record} />}
      <RecordTags store={store} entity={entity.name} id={idOf(record)} writable={entity.actions.includes("comment")} />
      {entity.name === "delivery" && (
        <Suspense fallback={null}>
          <Blockers store={store} record={record} />
        </Suspense>
      )}
      <div className={styles.columns}>
        <div className={styles.facts}>
          {entity.name === "customer" && (
            <Suspense fallback={<SkeletonRows rows={3} />}>
              <CustomerGlance store={store} entities={props.entities} record={record} />
            </Suspense>
          )}
          {entity.name === "customer" && relation && (
            <Suspense fallback={<SkeletonRows rows={2} />}>
              <Relations store={store} relation={relation} customer={{ id: idOf(record), title: recordTitle(entity, record, words) }} />
            </Suspense>
          )}
          <RecordFacts store={store} entity={entity} record={record} reveal={reveal} step={step} />
          {entity.name === "vehicle" && !owners?.rows.length && (
            <Suspense fallback={null}>
              <OwnersOverTime store={store} id={idOf(record)} />
            </Suspense>
          )}
          {entity.name === "lead" && record["score"] !== undefined && record["score"] !== null && (
            <Suspense fallback={null}>
              <LeadScore store={store} record={record} />
            </Suspense>
          )}
          {hasMessages && (
            <Suspense fallback={null}>
              <RecordMessages key={idOf(record)} store={store} entity={entity.name} id={idOf(record)} person={entity.person} comments={entity.actions.includes("comment")} />
            </Suspense>
          )}
        </div>
        <div>
          {shown.map((related) => (
            <RelatedList key={`${related.entity}-${related.label.en}`} store={store} related={related} entities={props.entities} of={entity.name} record={{ id: idOf(record), title: recordTitle(entity, record, words) }} />
          ))}
          <RecordFlows store={store} entity={entity.name} id={idOf(record)} />
          <Timeline store={store} entity={here} entities={props.entities} record={record} />
        </div>
      </div>
      <ReasonSheet reveal={reveal} />
    </div>
  );
}
