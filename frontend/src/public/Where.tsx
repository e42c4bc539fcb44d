import { say } from "./words";

/** Where the store is, and its telephone to tap. */
export function Where({ address, phone }: { address: string; phone: string }) {
  if (!address && !phone) return null;
  return (
    <p className="where">
      {address}
      {phone && <a href={`tel:${phone}`}>{`${say("call")} ${phone}`}</a>}
    </p>
  );
}
