import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { removeTeam } from "@/api/sdk.gen";
import type { ColleagueOut, TeamOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { inStore } from "@/http/inStore";
import { teamsQuery } from "./api/policies";
import styles from "./policies.module.css";
import { TeamForm } from "./TeamForm";
import { usePolicyWords } from "./useWords";

type Open = { kind: "edit"; team: TeamOut | null } | { kind: "remove"; team: TeamOut };

/** Teams: whose members see each other's records where a role reaches as far as the team. */
export function TeamsPanel({ store, people }: { store: string; people: ColleagueOut[] }) {
  const { t } = usePolicyWords();
  const tCommon = useCommonTexts();
  const client = useQueryClient();
  const teams = useQuery(teamsQuery(store));
  const [open, setOpen] = useState<Open | null>(null);
  const removing = useMutation({
    mutationFn: (team: TeamOut) => removeTeam({ path: { team_id: team.id }, headers: inStore(store) }),
    onSuccess: async () => {
      setOpen(null);
      await client.invalidateQueries({ queryKey: ["store", store, "teams"] });
    },
  });
  const names = (team: TeamOut) =>
    people.filter(({ id }) => team.people.includes(id)).map(({ name }) => name).join(t("comma"));
  return (
    <Panel title={t("teams")} flush>
      <div className={styles.add}>
        <Button icon={<PlusOutlined />} onClick={() => setOpen({ kind: "edit", team: null })}>
          {t("teamAdd")}
        </Button>
      </div>
      {teams.isPending && <SkeletonRows rows={3} />}
      {teams.error && <ErrorPanel error={teams.error} onRetry={() => void teams.refetch()} />}
      {teams.data?.length === 0 && <p className={styles.none}>{t("teamNone")}</p>}
      <ul className={styles.list}>
        {teams.data?.map((team) => (
          <li key={team.id}>
            <span className={styles.words}>
              <b>{team.name}</b>
              <span className={styles.soft}>{names(team) || t("teamEmpty")}</span>
            </span>
            <Button size="small" aria-label={t("changeOf", { name: team.name })} onClick={() => setOpen({ kind: "edit", team })}>
              {t("change")}
            </Button>
            <Button size="small" aria-label={t("removeOf", { name: team.name })} onClick={() => setOpen({ kind: "remove", team })}>
              {t("remove")}
            </Button>
          </li>
        ))}
      </ul>
      {open?.kind === "edit" && (
        <Sheet open title={t(open.team ? "teamChange" : "teamAdd")} onClose={() => setOpen(null)}>
          <TeamForm store={store} team={open.team} people={people} onDone={() => setOpen(null)} />
        </Sheet>
      )}
      {open?.kind === "remove" && (
        <Sheet open title={t("teamRemove", { name: open.team.name })} onClose={() => setOpen(null)}>
          <div className={styles.form}>
            <p>{t("teamRemoveText")}</p>
            {removing.error && <FormError error={removing.error} />}
            <div className={styles.buttons}>
              <Button onClick={() => setOpen(null)}>{tCommon("cancel")}</Button>
              <Button danger type="primary" loading={removing.isPending} onClick={() => removing.mutate(open.team)}>
                {t("remove")}
              </Button>
            </div>
          </div>
        </Sheet>
      )}
    </Panel>
  );
}
