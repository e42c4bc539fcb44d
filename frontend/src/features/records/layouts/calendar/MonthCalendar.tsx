import { createCalendar, DayGrid, destroyCalendar, Interaction, List, TimeGrid } from "@event-calendar/core";
import type { Calendar } from "@event-calendar/core";
import "@event-calendar/core/index.css";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Alert } from "antd";
import dayjs from "dayjs";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { canBeWritten } from "@/features/fields/FieldInput";
import { useWords } from "@/features/fields/useWords";
import { labelIn } from "@/i18n/labelIn";
import { useMediaQuery } from "@/theme/useMediaQuery";
import type { Entity, Field } from "../../api/entities";
import { idOf } from "../../api/list";
import type { Row } from "../../api/list";
import { fieldsToRead } from "../../columns";
import type { ListSearch } from "../../listSearch";
import { useMarks } from "../../marks/useMarks";
import { recordPath } from "../../paths";
import { recordTitle } from "../../recordTitle";
import { useRecordsTexts } from "../../texts";
import { groupRowsQuery, narrowed, refreshEvery } from "../api";
import { useMoves } from "../useMoves";
import styles from "./calendar.module.css";
import { isTimed, offTheWall, onTheWall, within } from "./days";

type Props = { store: string; entity: Entity; start: Field; end: Field | undefined; shown: Field[]; search: ListSearch };

type Answers = Required<Pick<Calendar.Options, "datesSet" | "eventClick" | "eventDrop">>;

const most = 500;
const dayOf = (date: Date) => dayjs(date).format("YYYY-MM-DD");

/** Records on their days; where the day may be written they are taken to another one by hand. */
export function MonthCalendar({ store, entity, start, end, shown, search }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  const phone = useMediaQuery("(max-width: 767px)");
  const placeRef = useRef<HTMLDivElement>(null);
  const calendarRef = useRef<Calendar | null>(null);
  const [span, setSpan] = useState<{ first: string; last: string } | null>(null);
  const { moved, move } = useMoves(store, entity);
  const fields = [...new Set([...fieldsToRead(entity, shown.slice(0, 1)), start.name, ...(end ? [end.name] : [])])];
  const filter = span ? narrowed(search.filter, within(start, end, span.first, span.last)) : undefined;
  const list = useInfiniteQuery({
    ...groupRowsQuery(store, entity.name, fields, { ...search, ...(filter ? { filter } : {}) }, most),
    enabled: span !== null,
    refetchInterval: refreshEvery,
    placeholderData: keepPreviousData,
  });
  const writable = canBeWritten(start) && (!end || canBeWritten(end));
  const read = list.data?.pages[0]?.rows ?? [];
  const rows = read.map((row) => moved.get(idOf(row)) ?? row);

  const markOf = useMarks(store, entity, rows);

  function put(row: Row, from: Date, until: Date | null): void {
    const to = { [start.name]: offTheWall(from, start), ...(end && row[end.name] ? { [end.name]: offTheWall(until ?? from, end) } : {}) };
    const before = Object.fromEntries(Object.keys(to).map((name) => [name, row[name] ?? null]));
    move({ row, to, from: before, text: t("calendar.moved", { title: recordTitle(entity, row, words), day: dayOf(from) }) });
  }

  const events = rows.flatMap((row) => {
    const from = onTheWall(row[start.name], start);
    if (!from) return [];
    const until = end ? onTheWall(row[end.name], end) : null;
    // The last day of a span of days is one of them.
    const last = until && !isTimed(start) ? dayjs(until).add(1, "day").format("YYYY-MM-DD") : until;
    const whole = last && last > from ? last : isTimed(start) ? dayjs(from).add(30, "minute").format("YYYY-MM-DDTHH:mm:ss") : from;
    const rule = markOf(idOf(row))?.row;
    const title = [rule?.label, recordTitle(entity, row, words)].filter(Boolean).join(" · ");
    const tone = rule && `var(--cz-tone-${rule.tone})`;
    const color = tone ? { backgroundColor: `color-mix(in srgb, ${tone} 18%, var(--cz-surface))`, textColor: "var(--cz-text)", styles: [`border-inline-start: 4px solid ${tone}`] } : {};
    return [{ id: idOf(row), start: from, end: whole, allDay: !isTimed(start), title, extendedProps: { row }, ...color }];
  });

  const options: Calendar.Options = {
    events,
    eventBackgroundColor: "var(--cz-primary)",
    eventTextColor: "#ffffff",
    editable: writable,
    eventDurationEditable: false,
    locale: i18n.language,
    firstDay: 1,
    dayMaxEvents: true,
    nowIndicator: true,
    height: "auto",
    headerToolbar: { start: "prev,today,next", center: "title", end: isTimed(start) && !phone ? "dayGridMonth,timeGridWeek,timeGridDay" : phone ? "listMonth,dayGridMonth" : "dayGridMonth,dayGridWeek,listMonth" },
    buttonText: {
      today: t("calendar.today"),
      prev: t("calendar.prev"),
      next: t("calendar.next"),
      dayGridMonth: t("calendar.month"),
      dayGridWeek: t("calendar.week"),
      timeGridWeek: t("calendar.week"),
      timeGridDay: t("calendar.day"),
      listMonth: t("calendar.agenda"),
    },
    noEventsContent: t("calendar.none"),
  };
  const answers: Answers = {
    datesSet: (info) => {
      const now = { first: dayOf(info.start), last: dayOf(dayjs(info.end).subtract(1, "minute").toDate()) };
      setSpan((before) => (before?.first === now.first && before.last === now.last ? before : now));
    },
    eventClick: ({ event }) => void navigate({ to: recordPath(store, entity.name, String(event.id)) }),
    eventDrop: ({ event, revert }) => {
      // What is shown comes from the records; a refusal puts it back by itself.
      revert();
      put(event.extendedProps.row as Row, event.start, event.end);
    },
  };
  const latest = useRef({ options, answers });
  useEffect(() => {
    latest.current = { options, answers };
    for (const [name, value] of Object.entries(options)) calendarRef.current?.setOption(name as keyof Calendar.Options, value as never);
  });
  useEffect(() => {
    if (!placeRef.current) return undefined;
    // The same functions for good: the calendar calls one that is set anew, and each call would set it anew.
    const heard: Answers = {
      datesSet: (info) => latest.current.answers.datesSet(info),
      eventClick: (info) => latest.current.answers.eventClick(info),
      eventDrop: (info) => latest.current.answers.eventDrop(info),
    };
    const view = phone ? "listMonth" : "dayGridMonth";
    const made = createCalendar(placeRef.current, [DayGrid, TimeGrid, List, Interaction], { ...latest.current.options, ...heard, view });
    calendarRef.current = made;
    return () => {
      calendarRef.current = null;
      void destroyCalendar(made);
    };
  }, [phone]);

  const label = labelIn(start.label, i18n.language);
  return (
    <div className={styles.calendar}>
      {list.error && !list.data && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {!writable && <Alert banner type="info" title={t("calendar.fixed", { field: label })} />}
      {list.hasNextPage && <Alert banner type="warning" title={t("calendar.more", { count: most })} />}
      <div ref={placeRef} className={styles.place} />
    </div>
  );
}
