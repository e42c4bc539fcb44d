import { useEffect, useState } from "react";
import type { CustomerDriveOut } from "@/api/types.gen";
import { Refusal } from "../api";
import type { Refused } from "../api";
import { Message } from "../Message";
import { Where } from "../Where";
import { refusalText, say } from "../words";
import { cancelDrive, readDrive, signDrive } from "./api";
import "./drives.css";
import { SignaturePad } from "./SignaturePad";
import { clockOf, dayOf, told } from "./words";

type State = "booked" | "confirmed" | "out" | "done" | "no_show" | "cancelled";

const refused = (error: unknown): Refused => (error instanceof Refusal ? error.whole : { code: "unexpected", params: {} });
const inWords = ({ code, params }: Refused) => (code === "offline" ? say("offline") : refusalText(code, params));

/** /a/<token>: what was booked and what to bring; the agreement, read and signed by finger. */
export function DrivePage({ token }: { token: string }) {
  const [drive, setDrive] = useState<CustomerDriveOut | null>(null);
  const [over, setOver] = useState<Refused | null>(null);
  const [whole, setWhole] = useState("");
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [read, setRead] = useState(false);
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    readDrive(token).then(
      (found) => {
        document.title = `${found.car} · ${found.store}`;
        setDrive(found);
      },
      (error: unknown) => setOver(refused(error)),
    );
  }, [token]);

  function run(work: Promise<CustomerDriveOut>): void {
    setBusy(true);
    setWhole("");
    work
      .then(setDrive, (error: unknown) => setWhole(inWords(refused(error))))
      .finally(() => {
        setBusy(false);
        setAsking(false);
      });
  }

  if (over) return <Message text={inWords(over)} />;
  if (!drive) return <Message text={say("loading")} />;
  return (
    <main>
      <header>
        <p className="store">{drive.store}</p>
        <h1>{drive.car}</h1>
        <p className="state" role="status">
          {told(drive.status as State)}
        </p>
      </header>
      <div className="parts">
        <section className="card">
          <dl className="facts">
            <dt>{told("when")}</dt>
            <dd>
              {dayOf(drive.starts_at)} <span className="hours">{`${clockOf(drive.starts_at)}–${clockOf(drive.ends_at)}`}</span>
            </dd>
            <dt>{told("store")}</dt>
            <dd>
              {drive.store}
              <Where address={drive.address} phone={drive.phone} />
            </dd>
            {drive.bring && drive.open && (
              <>
                <dt>{told("bring")}</dt>
                <dd>{drive.bring}</dd>
              </>
            )}
          </dl>
          {drive.open && <p className="hint">{told("keep")}</p>}
        </section>
        {whole && (
          <p className="whole" role="alert">
            {whole}
          </p>
        )}
        {(drive.open || drive.signed_at) && (
          <section className="card" aria-label={told("terms")}>
            <h2>{told("terms")}</h2>
            <p className="terms">{drive.terms}</p>
            {drive.signed_at && <p role="status">{told("signed", { at: `${dayOf(drive.signed_at)} ${clockOf(drive.signed_at)}` })}</p>}
            {drive.open && !drive.signed_at && (
              <>
                <label className="consent">
                  <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />
                  <span>{told("read")}</span>
                </label>
                <SignaturePad onChange={setPicture} />
                <button type="button" disabled={busy || !read || !picture} onClick={() => picture && run(signDrive(token, picture))}>
                  {busy ? told("signing") : told("sign")}
                </button>
              </>
            )}
          </section>
        )}
        {drive.open && !asking && (
          <button type="button" className="plain" onClick={() => setAsking(true)}>
            {told("cancel")}
          </button>
        )}
        {drive.open && asking && (
          <section className="card" role="alertdialog" aria-label={told("cancel")}>
            <p className="note">{told("sure")}</p>
            <div className="row">
              <button type="button" className="plain" disabled={busy} onClick={() => run(cancelDrive(token))}>
                {told("yes")}
              </button>
              <button type="button" onClick={() => setAsking(false)}>
                {told("no")}
              </button>
            </div>
          </section>
        )}
      </div>
    </main>
  );
}
