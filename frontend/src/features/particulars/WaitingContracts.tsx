import type { SigningServiceOut } from "@/api/types.gen";
import { recordPath } from "@/features/records/paths";
import { useParticularsTexts } from "./texts";

/** What becomes of contracts that wait for the present service, and which they are; each opens beside this page. */
export function WaitingContracts({ store, service }: { store: string; service: SigningServiceOut }) {
  const t = useParticularsTexts();
  const more = service.waiting - service.first_waiting.length;
  return (
    <>
      <p>{t("changeText", { count: service.waiting })}</p>
      <ul>
        {service.first_waiting.map(({ id, number }) => (
          <li key={id}>
            <a href={recordPath(store, "contract", id)} target="_blank" rel="noreferrer">
              {number}
            </a>
          </li>
        ))}
        {more > 0 && <li>{t("changeMore", { count: more })}</li>}
      </ul>
    </>
  );
}
