import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { storeHomeQuery } from "@/features/store/api/home";
import { useWorkTexts } from "../texts";
import { Deputies } from "./Deputies";
import { Loads } from "./Loads";
import { useAwayTexts } from "./texts";

/** /s/<store>/work/away: who stands in for whom; and what somebody has open goes to somebody else. */
export function AwayPage() {
  const { store } = useParams({ from: "/_shell/s/$store/work/away" });
  const t = useAwayTexts();
  const tWork = useWorkTexts();
  const home = useQuery(storeHomeQuery(store));
  const designs = home.data?.permissions.includes("catalogue.design") ?? false;
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/work" params={{ store }}>
            {tWork("title")}
          </Link>
        }
        title={t("title")}
        note={t("note")}
      />
      {home.isPending ? <SkeletonRows /> : <Deputies store={store} designs={designs} />}
      {designs && <Loads store={store} />}
    </>
  );
}
