import { StarFilled, StarOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useErrorNotice } from "@/components/errorNotice";
import { memoryQuery, setViewStar } from "./api";
import { useSearchTexts } from "./texts";

/** The star of the saved view that is open. */
export function StarView({ store, view }: { store: string; view: string }) {
  const t = useSearchTexts();
  const showError = useErrorNotice();
  const on = (useQuery(memoryQuery(store)).data?.views ?? []).some((one) => one.id === view);
  const star = useMutation({ mutationFn: () => setViewStar(store, view, !on), onError: showError });
  const words = on ? t("unstarView") : t("starView");
  return (
    <Button
      type="text"
      size="small"
      icon={on ? <StarFilled /> : <StarOutlined />}
      aria-label={words}
      aria-pressed={on}
      title={words}
      loading={star.isPending}
      onClick={() => star.mutate()}
    />
  );
}
