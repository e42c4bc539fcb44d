import { UserAddOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { StoreEntry } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { peopleQuery } from "./api/people";
import { Invitations } from "./Invitations";
import { InviteSheet } from "./InviteSheet";
import { Members } from "./Members";
import { usePeopleTexts } from "./texts";

/** Members by person and the invitations that wait; of one store (its slug) or of the whole group (null). */
export function PeoplePage(props: {
  group: string;
  store: string | null;
  stores: StoreEntry[];
  mayInvite: boolean;
  mayView?: boolean;
  mayHandOver?: boolean;
  title: string;
  note: string | undefined;
  seats: string | undefined;
}) {
  const { group, store, mayInvite } = props;
  const t = usePeopleTexts();
  const people = useQuery(peopleQuery(group));
  const [inviting, setInviting] = useState(false);
  const here = (place: { store: { slug: string } | null }) => store === null || place.store?.slug === store;
  const members = people.data?.members.filter(here) ?? [];
  const invitations = people.data?.invitations.filter(here) ?? [];

  return (
    <>
      <PageHeader
        title={props.title}
        note={props.note}
        actions={
          mayInvite && (
            <Button type="primary" icon={<UserAddOutlined />} onClick={() => setInviting(true)}>
              {t("invite")}
            </Button>
          )
        }
      />
      {people.isPending && <SkeletonRows />}
      {people.error && <ErrorPanel error={people.error} onRetry={() => void people.refetch()} />}
      {people.data && (
        <>
          <Panel title={t("members")} flush>
            <Members
              group={group}
              members={members}
              viewIn={props.mayView ? store : null}
              handIn={props.mayHandOver ? store : null}
              giveIn={mayInvite ? (props.stores.find(({ slug }) => slug === store) ?? null) : null}
            />
          </Panel>
          {(mayInvite || invitations.length > 0) && (
            <Panel title={t("pending.title")} flush>
              <Invitations group={group} invitations={invitations} mayInvite={mayInvite} />
            </Panel>
          )}
        </>
      )}
      <Sheet open={inviting} title={t("invite")} width={560} onClose={() => setInviting(false)}>
        <InviteSheet
          group={group}
          store={store}
          stores={props.stores}
          seats={props.seats}
          onClose={() => setInviting(false)}
        />
      </Sheet>
    </>
  );
}
