import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { changeMe, createGroup } from "@/api/sdk.gen";
import { meQuery } from "@/features/session/api/me";
import { useMe } from "@/features/session/useMe";
import { CreatingStep } from "./CreatingStep";
import { GroupStep } from "./GroupStep";
import { PackStep } from "./PackStep";
import type { Pack } from "./pack";
import { StepList } from "./StepList";
import type { Step } from "./StepList";
import { StoreStep } from "./StoreStep";

type Draft = { yourName: string; name: string; pack: Pack; store_name: string };

/** Group → industry → first store → straight into that store. Every step can be gone back to. */
export function WelcomePage() {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>("group");
  const [draft, setDraft] = useState<Draft>({ yourName: me.person.name, name: "", pack: "dealer", store_name: "" });

  const founding = useMutation({
    mutationFn: async ({ yourName, ...group }: Draft) => {
      if (yourName !== me.person.name) await changeMe({ body: { name: yourName } });
      const made = await createGroup({ body: group });
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      return made;
    },
    onSuccess: ({ store_slug }) => navigate({ to: "/s/$store", params: { store: store_slug }, replace: true }),
  });

  function change(part: Partial<Draft>, next: Step): void {
    setDraft({ ...draft, ...part });
    setStep(next);
  }

  if (founding.isPending || founding.isSuccess) return <CreatingStep made={founding.isSuccess} />;
  return (
    <>
      <StepList current={step} onBack={setStep} />
      {step === "group" && (
        <GroupStep
          askName={me.person.name === ""}
          value={draft}
          onNext={(value) => change(value, "pack")}
        />
      )}
      {step === "pack" && (
        <PackStep value={draft.pack} onBack={() => setStep("group")} onNext={(pack) => change({ pack }, "store")} />
      )}
      {step === "store" && (
        <StoreStep
          value={draft.store_name}
          error={founding.error}
          onBack={() => setStep("pack")}
          onNext={(store_name) => {
            const whole = { ...draft, store_name };
            setDraft(whole);
            founding.mutate(whole);
          }}
        />
      )}
    </>
  );
}
