import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { StoreEntry } from "@/api/types.gen";
import { recordPath } from "@/features/records/paths";
import { findStore, useMe } from "@/features/session/useMe";
import { elsewhereQuery } from "./api";
import { useAroundTexts } from "./texts";

/** The same person in the group's other stores, through each store's own rights; asked for by hand. */
export function Elsewhere({ store, phone }: { store: string; phone: unknown }) {
  const t = useAroundTexts();
  const me = useMe();
  const [asked, setAsked] = useState(false);
  const others = findStore(me, store)?.group.stores.filter(({ slug }) => slug !== store) ?? [];
  // A masked number has stars in it, and finds nobody.
  const whole = typeof phone === "string" && /^\+?[\d\s-]{5,}$/.test(phone);
  if (others.length === 0) return "—";
  if (!whole) return t("noPhone");
  if (!asked) {
    return (
      <Button size="small" onClick={() => setAsked(true)}>
        {t("look")}
      </Button>
    );
  }
  return (
    <>
      {others.map((other) => (
        <InStore key={other.slug} other={other} phone={phone} />
      ))}
    </>
  );
}

function InStore({ other, phone }: { other: StoreEntry; phone: string }) {
  const t = useAroundTexts();
  const found = useQuery(elsewhereQuery(other.slug, phone));
  const rows = found.data?.rows ?? [];
  return (
    <div>
      {other.name} {found.isPending && "…"}
      {found.error && t("notSeen")}
      {found.data && rows.length === 0 && t("notThere")}
      {rows.map((row) => (
        <Link key={String(row.id)} to={recordPath(other.slug, "customer", String(row.id))}>
          {typeof row.name === "string" ? row.name : "—"}
        </Link>
      ))}
    </div>
  );
}
