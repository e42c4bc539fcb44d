import { CheckSquareOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useNow } from "@/components/useNow";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import type { Entity } from "@/features/records/api/entities";
import { tasksQuery } from "./api";
import type { TaskTab } from "./api";
import { HandOn } from "./HandOn";
import { Result } from "./Result";
import { grouped, taskOf } from "./task";
import type { Task } from "./task";
import { TaskLine } from "./TaskLine";
import { useWorkTexts } from "./texts";
import { useTaskActions } from "./useTaskActions";
import styles from "./work.module.css";

type Props = { store: string; entity: Entity; tab: TaskTab; me: string; begin: ReactNode };

export function TaskList({ store, entity, tab, me, begin }: Props) {
  const t = useWorkTexts();
  const now = useNow();
  const actions = useTaskActions(store);
  const found = useInfiniteQuery(tasksQuery(store, entity, tab, me));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const [handing, setHanding] = useState<Task | null>(null);
  const [ending, setEnding] = useState<Task | null>(null);
  if (found.isPending) return <SkeletonRows rows={8} />;
  if (found.error && !found.data) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  const tasks = found.data.pages.flatMap(({ rows }) => rows).map((row) => taskOf(row, entity));
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? t("somebody");
  const told = (task: Task): string | null => {
    if (tab === "started") return task.owner ? t("of", { who: nameOf(task.owner) }) : t("nobody");
    return task.maker && task.maker !== me && people.some(({ id }) => id === task.maker) ? t("from", { who: nameOf(task.maker) }) : null;
  };
  const lines = (some: Task[]) => (
    <ul>
      {some.map((task) => (
        <TaskLine
          key={task.id}
          store={store}
          task={task}
          now={now}
          who={told(task)}
          mine={task.owner === me || task.maker === me}
          actions={actions}
          onHandOn={setHanding}
          onResult={setEnding}
        />
      ))}
    </ul>
  );
  return (
    <>
      {tasks.length === 0 && <EmptyState icon={<CheckSquareOutlined />} title={t(`empty.${tab}`)} text={t(`empty.${tab}Text`)} actions={tab === "done" ? undefined : begin} />}
      {tab === "tasks"
        ? grouped(tasks, now).map(({ time, tasks: some }) => (
            <Panel key={time} flush title={t(`groups.${time}`)} extra={<span className="cz-soft">{some.length}</span>}>
              {lines(some)}
            </Panel>
          ))
        : tasks.length > 0 && <Panel flush>{lines(tasks)}</Panel>}
      {found.hasNextPage && (
        <div className={styles.next}>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("loadMore")}
          </Button>
        </div>
      )}
      <HandOn task={handing} people={people.filter(({ id }) => id !== handing?.owner)} actions={actions} onClose={() => setHanding(null)} />
      <Result task={ending} actions={actions} onClose={() => setEnding(null)} />
    </>
  );
}
