import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createToken } from "@/api/sdk.gen";
import type { TokenDraft } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import { entitiesQuery } from "@/features/records/api/entities";
import { NewSecret } from "./NewSecret";
import { useTokensTexts } from "./texts";
import { TokenForm } from "./TokenForm";

export type TokenPlace = { group: string; slug: string; name: string };

type Props = {
  /** The stores among which one is chosen; a single one is fixed. */
  places: TokenPlace[];
  /** Roles for a program of its own; none for a token that acts as the person. */
  roles: string[];
  open: boolean;
  onClose: () => void;
};

/** The form, then the secret, shown this once. */
export function MakeToken({ places, roles, open, onClose }: Props) {
  const t = useTokensTexts();
  const client = useQueryClient();
  const [slug, setSlug] = useState<string | null>(places.length === 1 ? (places[0]?.slug ?? null) : null);
  const place = places.find((one) => one.slug === slug);
  const kinds = useQuery({ ...entitiesQuery(slug ?? ""), enabled: slug !== null && open });
  const making = useMutation({
    mutationFn: (draft: TokenDraft) => {
      if (!place) throw new Error("no store is chosen");
      return createToken({ path: { group: place.group, store: place.slug }, body: draft });
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["me", "tokens"] }),
        client.invalidateQueries({ queryKey: ["group"] }),
      ]),
  });
  const close = () => {
    making.reset();
    onClose();
  };
  return (
    <Sheet open={open} width={600} title={t(roles.length > 0 ? "makeService" : "make")} onClose={close}>
      {making.data && place ? (
        <NewSecret token={making.data} store={place.slug} onDone={close} />
      ) : (
        <TokenForm
          places={places}
          store={slug}
          onStore={setSlug}
          roles={roles}
          kinds={kinds.data ?? []}
          busy={making.isPending}
          error={making.error}
          onSubmit={making.mutate}
        />
      )}
    </Sheet>
  );
}
