import { useEffect, useState } from "react";
import type { FormEvent } from "react";
import type { BookingDayOut, BookingPageOut } from "@/api/types.gen";
import { Refusal } from "../api";
import type { Refused } from "../api";
import { Message } from "../Message";
import { Where } from "../Where";
import { refusalText, say } from "../words";
import { book, readBookingPage, readTimes } from "./api";
import { Days, Models, Times } from "./Choices";
import "./drives.css";
import { clockOf, shortDay, told } from "./words";

const unexpected: Refused = { code: "unexpected", params: {} };
const refused = (error: unknown): Refused => (error instanceof Refusal ? error.whole : unexpected);
const inWords = ({ code, params }: Refused) => (code === "offline" ? say("offline") : refusalText(code, params));

/** /t/<token>: a customer chooses a car, a day and an hour, and leaves name and phone. */
export function BookingPage({ token }: { token: string }) {
  const [page, setPage] = useState<BookingPageOut | null>(null);
  const [closed, setClosed] = useState<Refused | null>(null);
  useEffect(() => {
    readBookingPage(token).then(
      (found) => {
        document.title = `${told("title")} · ${found.store}`;
        setPage(found);
      },
      (error: unknown) => setClosed(refused(error)),
    );
  }, [token]);
  if (closed) return <Message text={inWords(closed)} />;
  if (!page) return <Message text={say("loading")} />;
  if (page.models.length === 0) return <Message text={told("none")} />;
  return <Booking token={token} page={page} />;
}

function Booking({ token, page }: { token: string; page: BookingPageOut }) {
  // Another object of the same model asks for its times anew.
  const [asked, setAsked] = useState({ trim: page.models[0]?.trim ?? "" });
  const [days, setDays] = useState<BookingDayOut[] | null>(null);
  const [day, setDay] = useState("");
  const [time, setTime] = useState("");
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [consent, setConsent] = useState(false);
  const [website, setWebsite] = useState("");
  const [sending, setSending] = useState(false);
  const [whole, setWhole] = useState("");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  // One name for this booking, however often it is sent: nothing is booked twice.
  const [key] = useState(() => crypto.randomUUID());

  useEffect(() => {
    let current = true;
    readTimes(token, asked.trim).then(
      (found) => {
        if (!current) return;
        setDays(found);
        setDay((before) => (found.some((one) => one.day === before && one.times.length > 0) ? before : (found.find(({ times }) => times.length > 0)?.day ?? "")));
      },
      (error: unknown) => {
        if (!current) return;
        setDays([]);
        setWhole(inWords(refused(error)));
      },
    );
    return () => {
      current = false;
    };
  }, [token, asked]);

  const times = days?.find((one) => one.day === day)?.times ?? [];
  const chosen = times.includes(time) ? time : "";

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const missing = { name: name.trim() === "", phone: phone.trim() === "", consent: !consent };
    const words = refusalText("value_required");
    setWrong(Object.fromEntries(Object.entries(missing).flatMap(([field, is]) => (is ? [[field, field === "consent" ? refusalText("booking_consent_missing") : words]] : []))));
    setWhole(chosen ? "" : told("choose"));
    const first = Object.entries(missing).find(([, is]) => is)?.[0];
    if (first) return document.getElementById(first)?.focus();
    if (!chosen) return document.querySelector<HTMLElement>("input[name=time]")?.focus();
    setSending(true);
    try {
      const booked = await book(token, { key, ticket: page.ticket, website, trim: asked.trim, starts_at: chosen, name: name.trim(), phone: phone.trim(), consent });
      window.location.assign(`/a/${booked.token}`);
    } catch (error) {
      setSending(false);
      if (!(error instanceof Refusal)) throw error;
      setWrong(Object.fromEntries(Object.entries(error.fields).map(([field, one]) => [field, refusalText(one.code, one.params)])));
      const taken = error.whole.code === "booking_slot_taken";
      setWhole(taken ? takenText(chosen, error.whole) : Object.keys(error.fields).length > 0 ? say("mend") : inWords(error.whole));
      if (!taken) return;
      setTime("");
      setAsked({ trim: asked.trim });
      document.getElementById("times")?.scrollIntoView({ block: "center" });
    }
  }

  return (
    <main>
      <header>
        <p className="store">{page.store}</p>
        <h1>{told("title")}</h1>
        {page.intro && <p className="intro">{page.intro}</p>}
        <Where address={page.address} phone={page.phone} />
      </header>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Models models={page.models} value={asked.trim} onChange={(trim) => setAsked({ trim })} />
        {days === null && <p role="status">{told("reading")}</p>}
        {days && day && <Days days={days} value={day} onChange={setDay} />}
        {days && !day && <p role="status">{told("noTimes")}</p>}
        <div id="times">
          {whole && (
            <p className="whole" role="alert">
              {whole}
            </p>
          )}
          {day && <Times times={times} value={chosen} onChange={setTime} />}
        </div>
        <fieldset>
          <legend>{told("who")}</legend>
          <Line id="name" label={told("name")} value={name} error={wrong.name} autoComplete="name" maxLength={60} onChange={setName} />
          <Line id="phone" label={told("phone")} value={phone} error={wrong.phone} autoComplete="tel" type="tel" maxLength={40} onChange={setPhone} />
          <label className="consent">
            <input id="consent" type="checkbox" checked={consent} aria-invalid={Boolean(wrong.consent)} onChange={(event) => setConsent(event.target.checked)} />
            <span>{told("consent", { store: page.store })}</span>
          </label>
          {wrong.consent && <p className="error">{wrong.consent}</p>}
        </fieldset>
        <label className="trap" aria-hidden>
          {say("trap")}
          <input tabIndex={-1} autoComplete="off" value={website} onChange={(event) => setWebsite(event.target.value)} />
        </label>
        <button type="submit" disabled={sending}>
          {sending ? told("booking") : chosen ? told("book", { day: shortDay(day), time: clockOf(chosen) }) : told("choose")}
        </button>
      </form>
    </main>
  );
}

/** With the next free hours of that day, as the server knows them. */
function takenText(chosen: string, { params }: Refused): string {
  const next = String(params?.next ?? "–");
  const time = clockOf(chosen);
  return next === "–" ? told("takenLast", { time }) : told("taken", { time, next: next.replaceAll(", ", told("comma")) });
}

type LineProps = { id: string; label: string; value: string; error: string | undefined; autoComplete: string; maxLength: number; type?: string; onChange: (value: string) => void };

function Line({ id, label, value, error, onChange, ...rest }: LineProps) {
  return (
    <div className="field" data-wrong={Boolean(error)}>
      <label htmlFor={id}>
        {label}
        <em>{say("required")}</em>
      </label>
      <input id={id} value={value} aria-invalid={Boolean(error)} aria-describedby={error ? `${id}-error` : undefined} onChange={(event) => onChange(event.target.value)} {...rest} />
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </div>
  );
}
