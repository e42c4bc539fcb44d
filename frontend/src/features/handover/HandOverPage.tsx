import { SwapOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { entitiesQuery } from "@/features/records/api/entities";
import { isApiError } from "@/http/ApiError";
import { labelIn } from "@/i18n/labelIn";
import { ownedQuery } from "./api";
import { Earlier } from "./Earlier";
import styles from "./handover.module.css";
import { HandOverForm } from "./HandOverForm";
import { StandingNotice } from "./StandingNotice";
import { useHandoverTexts } from "./texts";

/** /s/<store>/people/hand-over/<person>: what they are responsible for goes to others. */
export function HandOverPage() {
  const t = useHandoverTexts();
  const tCommon = useCommonTexts();
  const { i18n } = useTranslation();
  const { store, person } = useParams({ from: "/_shell/s/$store/people/hand-over/$person" });
  const owned = useQuery(ownedQuery(store, person));
  const people = useQuery(storePeopleQuery(store));
  const kinds = useQuery(entitiesQuery(store)).data ?? [];
  if (isApiError(owned.error, "forbidden")) {
    return <EmptyState whole icon={<SwapOutlined />} title={tCommon("forbidden.title")} text={t("forbidden")} />;
  }
  if (owned.error) return <ErrorPanel whole error={owned.error} onRetry={() => void owned.refetch()} />;
  if (!owned.data || !people.data) return <SkeletonRows rows={6} />;

  const nameOf = (id: string) => people.data.find((one) => one.id === id)?.name ?? t("somebody");
  const labelOf = (entity: string) => {
    const kind = kinds.find(({ name }) => name === entity);
    return kind ? labelIn(kind.label_plural, i18n.language) : entity;
  };
  const others = people.data.filter(({ id }) => id !== person).map(({ id, name }) => ({ value: id, label: name }));
  const back = (
    <Link to="/s/$store/people" params={{ store }}>
      {t("back")}
    </Link>
  );
  return (
    <div className={styles.page}>
      <PageHeader title={t("title", { name: nameOf(person) })} note={t("note")} above={back} />
      <StandingNotice store={store} person={person} name={nameOf(person)} />
      <Panel title={t("owned")}>
        {owned.data.length === 0 ? (
          <EmptyState title={t("none")} text={t("noneText")} />
        ) : (
          <HandOverForm key={person} store={store} person={person} owned={owned.data} people={others} labelOf={labelOf} />
        )}
      </Panel>
      <Earlier store={store} nameOf={nameOf} labelOf={labelOf} />
    </div>
  );
}
