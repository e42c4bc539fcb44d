import { useEffect, useState } from "react";
import type { FormEvent } from "react";
import { readPage, readState, Refusal, send } from "./api";
import type { Page, Refused, State, Values } from "./api";
import { Control } from "./Control";
import { Message } from "./Message";
import { labelOf, refusalText, say } from "./words";

/** /p/<token> */
export function PublicForm({ token }: { token: string }) {
  const [page, setPage] = useState<Page | null>(null);
  const [closed, setClosed] = useState<Refused | null>(null);
  useEffect(() => {
    readPage(token).then(
      (found) => {
        document.title = `${found.title} · ${found.store}`;
        if (found.color) document.documentElement.style.setProperty("--color", found.color);
        setPage(found);
      },
      (error: unknown) => setClosed(error instanceof Refusal ? error.whole : { code: "unexpected", params: {} }),
    );
  }, [token]);
  if (closed) return <Message text={refusalText(closed.code, closed.params)} />;
  if (!page) return <Message text={say("loading")} />;
  return <Filling token={token} page={page} />;
}

const blank = (value: unknown) => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

function Filling({ token, page }: { token: string; page: Page }) {
  const [entered, setEntered] = useState<Values>({});
  const [state, setState] = useState<State>(page.state);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [whole, setWhole] = useState("");
  const [sending, setSending] = useState(false);
  const [thanks, setThanks] = useState<string | null>(null);
  const [website, setWebsite] = useState("");
  // One name for this post, however often it is sent: nothing is entered twice.
  const [key] = useState(() => crypto.randomUUID());
  const values: Values = { ...state.defaults, ...entered };
  const asked = JSON.stringify(Object.fromEntries(Object.entries(entered).filter(([name]) => page.asks.includes(name))));

  useEffect(() => {
    if (asked === "{}") return;
    const timer = setTimeout(() => void readState(token, JSON.parse(asked) as Values).then(setState, () => undefined), 300);
    return () => clearTimeout(timer);
  }, [token, asked]);

  const hidden = new Set(state.hidden);
  const byName = new Map(page.fields.map((field) => [field.name, field]));
  const isThere = (name: string) => byName.has(name) && state.fields[name]?.shown === true;
  const shown = page.tabs
    .filter(({ id }) => !hidden.has(id))
    .flatMap(({ sections }) => sections.filter(({ id }) => !hidden.has(id)));
  const names = shown.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "field" && isThere(part.field) ? [part.field] : [])));
  const isRequired = (name: string) => Boolean(byName.get(name)?.required || state.fields[name]?.required);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const open = names.filter((name) => !state.fields[name]?.read_only);
    const missing = open.filter((name) => isRequired(name) && blank(values[name]));
    setWrong(Object.fromEntries(missing.map((name) => [name, refusalText("value_required")])));
    setWhole("");
    if (missing.length > 0) return document.getElementById(`f-${missing[0]}`)?.focus();
    setSending(true);
    try {
      const filled = Object.fromEntries(open.filter((name) => !blank(values[name])).map((name) => [name, values[name]]));
      const answer = await send(token, { key, ticket: page.ticket, website, values: filled });
      setThanks(answer.thanks || say("thanks"));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setWrong(Object.fromEntries(Object.entries(error.fields).map(([name, one]) => [name, refusalText(one.code, one.params)])));
      setWhole(Object.keys(error.fields).length > 0 ? say("mend") : error.whole.code === "offline" ? say("offline") : refusalText(error.whole.code, error.whole.params));
    } finally {
      setSending(false);
    }
  }

  if (thanks !== null) {
    return (
      <main className="message">
        <h1>{page.store}</h1>
        <p role="status">{thanks}</p>
      </main>
    );
  }
  return (
    <main>
      <header>
        <p className="store">{page.store}</p>
        <h1>{page.title}</h1>
        {page.intro && <p className="intro">{page.intro}</p>}
      </header>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {shown.map((section) => {
          const parts = section.parts.filter((part) => (part.kind === "note" ? !hidden.has(part.id) : part.kind === "field" && isThere(part.field)));
          if (parts.length === 0) return null;
          return (
            <fieldset key={section.id}>
              {labelOf(section.label) && <legend>{labelOf(section.label)}</legend>}
              {parts.map((part) => {
                if (part.kind === "note") return <p key={part.id} className="note">{labelOf(part.text)}</p>;
                const field = part.kind === "field" ? byName.get(part.field) : undefined;
                if (part.kind !== "field" || !field) return null;
                const now = state.fields[field.name];
                const against = now?.refused[0] ? labelOf(now.refused[0]) : "";
                return (
                  <Control
                    key={part.id}
                    field={field}
                    label={labelOf(part.label) || labelOf(field.label)}
                    help={labelOf(part.help) || labelOf(field.help)}
                    placeholder={labelOf(part.placeholder)}
                    required={isRequired(field.name)}
                    readOnly={now?.read_only ?? false}
                    value={values[field.name]}
                    error={wrong[field.name] || against}
                    onChange={(value) => setEntered((before) => ({ ...before, [field.name]: value }))}
                  />
                );
              })}
            </fieldset>
          );
        })}
        <label className="trap" aria-hidden>
          {say("trap")}
          <input tabIndex={-1} autoComplete="off" value={website} onChange={(event) => setWebsite(event.target.value)} />
        </label>
        {whole && <p className="whole" role="alert">{whole}</p>}
        <button type="submit" disabled={sending}>
          {sending ? say("sending") : say("send")}
        </button>
        <p className="privacy">{say("privacy")}</p>
      </form>
    </main>
  );
}
