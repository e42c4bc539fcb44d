import { createCalendar, destroyCalendar, Interaction, ResourceTimeline } from "@event-calendar/core";
import type { Calendar } from "@event-calendar/core";
import "@event-calendar/core/index.css";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DriveDayOut } from "@/api/types.gen";
import { useWords } from "@/features/fields/useWords";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { useMoves } from "@/features/records/layouts/useMoves";
import { recordPath } from "@/features/records/paths";
import { recordTitle } from "@/features/records/recordTitle";
import { labelIn } from "@/i18n/labelIn";
import { laneOf, lanesOf } from "./lanes";
import styles from "./schedule.module.css";
import { useDriveTexts } from "./texts";
import { minuteText, offTheWall, onTheWall } from "./times";

type Props = { store: string; day: string; by: "car" | "owner"; rows: Row[]; cars: Row[]; about: DriveDayOut; entity: Entity };

const movable = new Set(["booked", "confirmed"]);
const tones: Record<string, string> = { booked: "blue", confirmed: "purple", out: "orange", done: "green", no_show: "red" };

/** A lane for each car or advisor; a booking is taken to another hour or lane by hand, and back for ten seconds. */
export function DayBoard({ store, day, by, rows: read, cars, about, entity }: Props) {
  const t = useDriveTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  const placeRef = useRef<HTMLDivElement>(null);
  const calendarRef = useRef<Calendar | null>(null);
  const { moved, move } = useMoves(store, entity);
  const rows = read.map((row) => moved.get(idOf(row)) ?? row);
  const states = entity.fields.find(({ name }) => name === "status")?.choices ?? [];
  const writable = ["starts_at", "ends_at", by].every((name) => entity.fields.find((field) => field.name === name)?.right === "write");

  function put(row: Row, from: Date, until: Date, lane: string): void {
    const old = laneOf(by, row);
    const to = { starts_at: offTheWall(from), ends_at: offTheWall(until), ...(lane === old ? {} : { [by]: lane }) };
    const before = { starts_at: row["starts_at"], ends_at: row["ends_at"], ...(lane === old ? {} : { [by]: old }) };
    const time = `${to.starts_at.slice(11, 16)}–${to.ends_at.slice(11, 16)}`;
    move({ row, to, from: before, text: t("moved", { title: recordTitle(entity, row, words), time }) });
  }

  const lanes = lanesOf(by, rows, cars, about.drivers);
  const events = rows.map((row) => {
    const status = String(row["status"]);
    const state = states.find(({ value }) => value === status);
    const tone = `var(--cz-tone-${tones[status] ?? "grey"})`;
    return {
      id: idOf(row),
      resourceIds: [laneOf(by, row) ?? ""],
      start: onTheWall(row["starts_at"]),
      end: onTheWall(row["ends_at"]),
      title: [recordTitle(entity, row, words), state && labelIn(state.label, i18n.language)].filter(Boolean).join(" · "),
      editable: writable && movable.has(status),
      extendedProps: { row },
      backgroundColor: `color-mix(in srgb, ${tone} 18%, var(--cz-surface))`,
      textColor: "var(--cz-text)",
      styles: [`border-inline-start: 4px solid ${tone}`],
    };
  });
  const first = Math.min(about.opens[0]?.[0] ?? 540, 1440 - 60);
  const last = about.opens.at(-1)?.[1] ?? 1080;
  const options: Calendar.Options = {
    date: day,
    resources: lanes.map((lane) => ({ id: lane.id, title: lane.away ? t("away", { name: lane.title }) : lane.title })),
    events,
    slotMinTime: minuteText(Math.max(0, first - 60)),
    slotMaxTime: minuteText(Math.min(1440, last + 60)),
    slotDuration: "00:30:00",
    snapDuration: "00:15:00",
    slotWidth: 44,
    locale: i18n.language,
    editable: writable,
    eventDurationEditable: true,
    nowIndicator: true,
    height: "auto",
    headerToolbar: { start: "", center: "", end: "" },
  };
  const answers: Required<Pick<Calendar.Options, "eventClick" | "eventDrop" | "eventResize">> = {
    eventClick: ({ event }) => void navigate({ to: recordPath(store, entity.name, String(event.id)) }),
    eventDrop: ({ event, newResource, revert }) => {
      const row = event.extendedProps.row as Row;
      const lane = newResource ? String(newResource.id) : (laneOf(by, row) ?? "");
      // What is shown comes from the records; a refusal puts it back by itself.
      revert();
      put(row, event.start, event.end, lane);
    },
    eventResize: ({ event, revert }) => {
      const row = event.extendedProps.row as Row;
      revert();
      put(row, event.start, event.end, laneOf(by, row) ?? "");
    },
  };
  const latest = useRef({ options, answers });
  useEffect(() => {
    latest.current = { options, answers };
    for (const [name, value] of Object.entries(options)) calendarRef.current?.setOption(name as keyof Calendar.Options, value as never);
  });
  useEffect(() => {
    if (!placeRef.current) return undefined;
    // The same functions for good: the board calls one that is set anew.
    const heard = {
      eventClick: (info: Parameters<typeof answers.eventClick>[0]) => latest.current.answers.eventClick(info),
      eventDrop: (info: Parameters<typeof answers.eventDrop>[0]) => latest.current.answers.eventDrop(info),
      eventResize: (info: Parameters<typeof answers.eventResize>[0]) => latest.current.answers.eventResize(info),
    };
    const made = createCalendar(placeRef.current, [ResourceTimeline, Interaction], { ...latest.current.options, ...heard, view: "resourceTimelineDay" });
    calendarRef.current = made;
    return () => {
      calendarRef.current = null;
      void destroyCalendar(made);
    };
  }, []);
  return (
    <>
      {rows.length === 0 && <p className={styles.none}>{t("none")}</p>}
      <div ref={placeRef} className={styles.board} />
    </>
  );
}
