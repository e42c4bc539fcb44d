import { StarFilled, StarOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect } from "react";
import { useErrorNotice } from "@/components/errorNotice";
import { looksOnly } from "@/http/lookOnly";
import { memoryQuery, remember, setStar } from "./api";
import { useSearchTexts } from "./texts";

/** A record's star. Whoever opens a record has it among the recently viewed. */
export function StarRecord({ store, entity, id }: { store: string; entity: string; id: string }) {
  const t = useSearchTexts();
  const showError = useErrorNotice();
  const looking = looksOnly(store);
  const favourites = useQuery({ ...memoryQuery(store), enabled: !looking }).data?.favourites ?? [];
  const on = favourites.some((one) => one.id === id && one.entity === entity);
  const star = useMutation({ mutationFn: () => setStar(store, entity, id, !on), onError: showError });

  useEffect(() => {
    // That it is not remembered is no trouble to whoever reads the record.
    if (!looking) void remember(store, entity, id).catch(() => undefined);
  }, [store, entity, id, looking]);

  if (looking) return null;
  const words = on ? t("unstar") : t("star");
  return (
    <Button
      icon={on ? <StarFilled /> : <StarOutlined />}
      aria-label={words}
      aria-pressed={on}
      title={words}
      loading={star.isPending}
      onClick={() => star.mutate()}
    />
  );
}
