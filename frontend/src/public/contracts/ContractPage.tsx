import { useEffect, useState } from "react";
import type { CustomerContractOut } from "@/api/types.gen";
import { Refusal } from "../api";
import type { Refused } from "../api";
import "../drives/drives.css";
import { SignaturePad } from "../drives/SignaturePad";
import { clockOf, dayOf } from "../drives/words";
import { Message } from "../Message";
import { Where } from "../Where";
import { refusalText, say } from "../words";
import { paperOf, readContract, signContract } from "./api";
import "./contracts.css";
import { Sheet } from "./Sheet";
import { told } from "./words";

type State = "drawn" | "asked" | "signed" | "refused";

const refused = (error: unknown): Refused => (error instanceof Refusal ? error.whole : { code: "unexpected", params: {} });
const inWords = ({ code, params }: Refused) => (code === "offline" ? say("offline") : refusalText(code, params));

/** /c/<token>: the contract, its file and the hash of that; read and signed by finger. */
export function ContractPage({ token }: { token: string }) {
  const [contract, setContract] = useState<CustomerContractOut | null>(null);
  const [over, setOver] = useState<Refused | null>(null);
  useEffect(() => {
    readContract(token).then(
      (found) => {
        document.title = `${told("title")} · ${found.store}`;
        setContract(found);
      },
      (error: unknown) => setOver(refused(error)),
    );
  }, [token]);
  if (over) return <Message text={inWords(over)} />;
  if (!contract) return <Message text={say("loading")} />;
  const { signed_at } = contract;
  return (
    <main>
      <header>
        <p className="store">{contract.store}</p>
        <h1>{told("title")}</h1>
        <p className="intro">{told("number", { number: contract.number })}</p>
        <p className="state" role="status">
          {told(contract.status as State)}
        </p>
        <Where address={contract.address} phone={contract.phone} />
      </header>
      <div className="parts">
        {signed_at && <p className="good">{told("done", { at: `${dayOf(signed_at)} ${clockOf(signed_at)}` })}</p>}
        {!contract.open && !signed_at && (
          <p className="whole" role="alert">
            {told(contract.outdated ? "outdated" : "closed")}
          </p>
        )}
        <Sheet blocks={contract.blocks} />
        <section className="card" aria-label={told("paper")}>
          <h2>{told("paper")}</h2>
          <a className="paper-link" href={paperOf(token)} target="_blank" rel="noreferrer">
            {told(signed_at ? "save" : "open")}
          </a>
          <p className="hint">{told("hash")}</p>
          <p className="hash">{contract.sha256}</p>
          {contract.signed_sha256 && (
            <>
              <p className="hint">{told("signedHash")}</p>
              <p className="hash">{contract.signed_sha256}</p>
            </>
          )}
        </section>
        {contract.open && <Signing token={token} contract={contract} onSigned={setContract} />}
      </div>
    </main>
  );
}

type SigningProps = { token: string; contract: CustomerContractOut; onSigned: (contract: CustomerContractOut) => void };

function Signing({ token, contract, onSigned }: SigningProps) {
  const [name, setName] = useState("");
  const [agreed, setAgreed] = useState(false);
  const [picture, setPicture] = useState<string | null>(null);
  const [whole, setWhole] = useState("");
  const [busy, setBusy] = useState(false);
  const ready = agreed && picture !== null;

  function send(): void {
    if (!picture) return;
    if (name.trim() === "") {
      setWhole(told("nameMissing"));
      document.getElementById("signer")?.focus();
      return;
    }
    setBusy(true);
    setWhole("");
    signContract(token, { name: name.trim(), picture, read: contract.sha256, agreed: true })
      .then(
        (found) => {
          onSigned(found);
          window.scrollTo({ top: 0 });
        },
        (error: unknown) => setWhole(inWords(refused(error))),
      )
      .finally(() => setBusy(false));
  }

  return (
    <section className="card" aria-label={told("sign")}>
      <h2>{told("sign")}</h2>
      <div className="field">
        <label htmlFor="signer">{told("name")}</label>
        <input id="signer" value={name} maxLength={60} autoComplete="name" onChange={(event) => setName(event.target.value)} />
      </div>
      <label className="consent">
        <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
        <span>{told("read", { hash: `${contract.sha256.slice(0, 8)}…${contract.sha256.slice(-8)}` })}</span>
      </label>
      <SignaturePad onChange={setPicture} />
      {whole && (
        <p className="whole" role="alert">
          {whole}
        </p>
      )}
      <button type="button" disabled={busy || !ready} onClick={send}>
        {busy ? told("signing") : told("submit")}
      </button>
    </section>
  );
}
