import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button, Segmented } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { DayPicker } from "@/components/DayPicker";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { listPath, newPath } from "@/features/records/paths";
import { useEntity } from "@/features/records/useEntity";
import { storeHomeQuery } from "@/features/store/api/home";
import { useMediaQuery } from "@/theme/useMediaQuery";
import { carsQuery, dayQuery, drivesQuery, most } from "./api";
import { DayBoard } from "./DayBoard";
import { DayList } from "./DayList";
import { OnlineSheet } from "./OnlineSheet";
import { useDriveTexts } from "./texts";
import styles from "./schedule.module.css";

const zone = "Asia/Shanghai";
const format = "YYYY-MM-DD";

/** /s/<store>/test-drives/schedule: one day, its demo cars or advisors below each other, moved by hand. */
export function SchedulePage() {
  const { store } = useParams({ from: "/_shell/s/$store/test-drives/schedule" });
  const t = useDriveTexts();
  const phone = useMediaQuery("(max-width: 767px)");
  const { entity } = useEntity(store, "test_drive");
  const today = dayjs().tz(zone).format(format);
  const [day, setDay] = useState(today);
  const [by, setBy] = useState<"car" | "owner">("car");
  const [online, setOnline] = useState(false);
  const designs = useQuery(storeHomeQuery(store)).data?.permissions.includes("catalogue.design") ?? false;
  const drives = useQuery(drivesQuery(store, day));
  const cars = useQuery(carsQuery(store));
  const about = useQuery(dayQuery(store, day));
  const step = (days: number) => setDay(dayjs(day).add(days, "day").format(format));
  const error = drives.error ?? cars.error ?? about.error;
  const read = drives.data && cars.data && about.data && entity;
  const books = entity?.actions.includes("create");
  return (
    <>
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={
          <>
            {designs && <Button onClick={() => setOnline(true)}>{t("online.open")}</Button>}
            <Link to={listPath(store, "test_drive")}>
              <Button>{t("all")}</Button>
            </Link>
            {books && (
              <Link to={newPath(store, "test_drive")}>
                <Button type="primary">{t("book")}</Button>
              </Link>
            )}
          </>
        }
      />
      {online && <OnlineSheet store={store} onClose={() => setOnline(false)} />}
      <div className={styles.bar}>
        <Button icon={<LeftOutlined />} aria-label={t("before")} onClick={() => step(-1)} />
        <DayPicker label={t("day")} allowClear={false} value={day} onChange={(value) => value && setDay(value)} />
        <Button icon={<RightOutlined />} aria-label={t("after")} onClick={() => step(1)} />
        <Button disabled={day === today} onClick={() => setDay(today)}>
          {t("today")}
        </Button>
        <Segmented
          aria-label={t("by")}
          value={by}
          options={[
            { value: "car", label: t("cars") },
            { value: "owner", label: t("advisors") },
          ]}
          onChange={setBy}
        />
      </div>
      {about.data?.opens.length === 0 && <Alert banner type="info" title={t("closed")} />}
      {drives.data?.next_cursor && <Alert banner type="warning" title={t("more", { count: most })} />}
      <Panel>
        {error && !read && (
          <ErrorPanel
            error={error}
            onRetry={() => {
              void drives.refetch();
              void cars.refetch();
              void about.refetch();
            }}
          />
        )}
        {!error && !read && <SkeletonRows />}
        {read && cars.data.rows.length === 0 && drives.data.rows.length === 0 && (
          <EmptyState
            title={t("noCars")}
            actions={
              <Link to={listPath(store, "stock_vehicle")}>
                <Button>{t("stock")}</Button>
              </Link>
            }
          />
        )}
        {read && cars.data.rows.length + drives.data.rows.length > 0 && phone && (
          <DayList store={store} by={by} rows={drives.data.rows} cars={cars.data.rows} drivers={about.data.drivers} entity={entity} />
        )}
        {read && cars.data.rows.length + drives.data.rows.length > 0 && !phone && (
          <DayBoard store={store} day={day} by={by} rows={drives.data.rows} cars={cars.data.rows} about={about.data} entity={entity} />
        )}
      </Panel>
    </>
  );
}
