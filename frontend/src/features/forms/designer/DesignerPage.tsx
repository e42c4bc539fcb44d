import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { checkQuery, draftQuery } from "../api/designs";
import type { Draft } from "../api/designs";
import { Board } from "./Board";
import { Canvas } from "./Canvas";
import { CheckPanel } from "./CheckPanel";
import styles from "./designer.module.css";
import { DesignerBar } from "./DesignerBar";
import { FormProperties } from "./FormProperties";
import { SectionProperties, TabProperties } from "./GroupProperties";
import { fieldPart, insert, notePart, partsIn, sectionsIn, tabOf } from "./layout";
import type { Part } from "./layout";
import { Palette } from "./Palette";
import { FieldProperties, NoteProperties } from "./PartProperties";
import { RowsProperties } from "./RowsProperties";
import { DesignerContext } from "./useDesigner";
import type { Designer } from "./useDesigner";
import { useDraft } from "./useDraft";

/** /s/<store>/design/forms/<entity>/<form> */
export function DesignerPage() {
  const { store, entity, form } = useParams({ from: "/_shell/s/$store/design/forms/$entity/$form" });
  return (
    <DesignGate store={store}>
      <Loaded key={form} store={store} entity={entity} id={form} />
    </DesignGate>
  );
}

function Loaded({ store, entity: name, id }: { store: string; entity: string; id: string }) {
  const draft = useQuery(draftQuery(store, id));
  const entities = useQuery(entitiesQuery(store));
  const error = draft.error ?? entities.error;
  if (error) return <ErrorPanel whole error={error} onRetry={() => void draft.refetch()} />;
  const entity = entities.data?.find((one) => one.name === name);
  if (!draft.data || !entity) return <SkeletonRows rows={8} />;
  return <Designing store={store} entity={entity} draft={draft.data} />;
}

function Designing({ store, entity, draft }: { store: string; entity: Entity; draft: Draft }) {
  const state = useDraft(store, draft);
  const { layout } = state.value;
  const [selected, select] = useState<string | null>(null);
  const [tabId, setTab] = useState(layout.tabs[0]?.id ?? "");
  const navigate = useNavigate();
  const [panel, setPanel] = useState<"form" | "fields" | "properties">("form");
  const check = useQuery({ ...checkQuery(store, draft.id, state.version), enabled: !state.dirty });
  const problems = check.data?.problems ?? [];
  const tab = layout.tabs.find(({ id }) => id === tabId) ?? layout.tabs[0];
  const change = (next: typeof layout, kind = "") => state.put({ ...state.value, layout: next }, kind);

  function show(id: string): void {
    setTab(tabOf(layout, id)?.id ?? tabId);
    choose(id);
    requestAnimationFrame(() => document.querySelector(`[data-part="${id}"]`)?.scrollIntoView({ block: "center" }));
  }
  function choose(id: string | null): void {
    select(id);
    setPanel(id === null ? "form" : "properties");
  }
  /** Behind what is selected, else at the end of the tab that is open. */
  function add(part: Part): void {
    const chosen = sectionsIn(layout).find(({ id, parts }) => id === selected || parts.some((one) => one.id === selected));
    const section = chosen && tab?.sections.includes(chosen) ? chosen : tab?.sections.at(-1);
    if (!section) return;
    const at = section.parts.findIndex(({ id }) => id === selected);
    change(insert(layout, part, { section: section.id, at: at < 0 ? section.parts.length : at + 1 }));
    select(part.id);
  }

  const { undo, redo } = state;
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      (event.shiftKey ? redo : undo)();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
  const part = partsIn(layout).find(({ id }) => id === selected);
  const section = sectionsIn(layout).find(({ id }) => id === selected);
  const group = layout.tabs.find(({ id }) => id === selected);
  return (
    <Shared store={store} entity={entity} layout={layout} selected={selected} problems={problems} select={choose} change={change} add={add}>
      <DesignerBar store={store} entity={entity} draft={draft} state={state} checked={check.data ?? null} panel={panel} onPanel={setPanel} onShow={show} />
      <Board>
        <div className={styles.board} data-panel={panel}>
          <Palette onAdd={(field) => add(fieldPart(field))} onNote={() => add(notePart())} onRows={add} onNewField={() => void navigate({ to: "/s/$store/design/forms/$entity/$form/field", params: { store, entity: entity.name, form: draft.id } })} />
          <main className={styles.middle}>
            <CheckPanel problems={problems} onShow={show} />
            <Canvas tab={tab} onTab={setTab} />
          </main>
          <aside className={styles.side}>
            {part?.kind === "field" && <FieldProperties key={part.id} part={part} />}
            {part?.kind === "note" && <NoteProperties key={part.id} part={part} />}
            {part?.kind === "rows" && <RowsProperties key={part.id} part={part} />}
            {section && <SectionProperties key={section.id} section={section} />}
            {group && <TabProperties key={group.id} tab={group} />}
            {!part && !section && !group && <FormProperties store={store} content={state.value} onChange={state.put} />}
          </aside>
        </div>
      </Board>
      {/* The sheet of a new field, a page of its own over this one. */}
      <Outlet />
    </Shared>
  );
}

function Shared({ children, ...designer }: Designer & { children: ReactNode }) {
  return <DesignerContext.Provider value={designer}>{children}</DesignerContext.Provider>;
}
