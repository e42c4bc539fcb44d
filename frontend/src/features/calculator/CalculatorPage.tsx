import { useMutation } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, InputNumber, Select } from "antd";
import { useState } from "react";
import { compareWaysToPay, findPriceOfPayment } from "@/api/sdk.gen";
import type { WaysOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { formatMoney } from "@/format/money";
import { inStore } from "@/http/inStore";
import styles from "./calculator.module.css";
import { asked, first } from "./terms";
import type { Energy, Terms } from "./terms";
import { useCalculatorTexts } from "./texts";

const energies: Energy[] = ["bev", "phev", "erev", "hev", "petrol", "diesel"];
const most = 99_999_999;

/** /s/<store>/calculator: what a car costs in all, by each way to pay. */
export function CalculatorPage() {
  const { store } = useParams({ from: "/_shell/s/$store/calculator" });
  const t = useCalculatorTexts();
  const [terms, setTerms] = useState(first);
  const [payment, setPayment] = useState(3_000);
  const change = (part: Partial<Terms>) => setTerms((before) => ({ ...before, ...part }));
  const comparing = useMutation({ mutationFn: () => compareWaysToPay({ headers: inStore(store), body: asked(terms) }) });
  const solving = useMutation({
    mutationFn: () => {
      const { down, months, rate } = terms;
      return findPriceOfPayment({ headers: inStore(store), body: { monthly: payment, terms: { kind: "loan", down, months, rate } } });
    },
  });
  const figure = (name: Exclude<keyof Terms, "energy">, limit = most) => (
    <label key={name}>
      {t(name)}
      <InputNumber<number> min={0} max={limit} value={terms[name]} onChange={(value) => change({ [name]: value ?? 0 })} inputMode="decimal" />
    </label>
  );
  return (
    <div className={styles.page}>
      <PageHeader title={t("title")} note={t("note")} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          comparing.mutate();
        }}
      >
        <Panel title={t("car")}>
          <div className={styles.fields}>
            {figure("price")}
            <label>
              {t("energy")}
              <Select<Energy> value={terms.energy} aria-label={t("energy")} options={energies.map((value) => ({ value, label: t(`energies.${value}`) }))} onChange={(energy) => change({ energy })} />
            </label>
            {figure("insurance")}
            {figure("registration")}
          </div>
        </Panel>
        <Panel title={t("terms")}>
          <div className={styles.fields}>
            {figure("down")}
            {figure("months", 120)}
            {figure("rate", 50)}
            {figure("last")}
            {figure("fee")}
          </div>
          <FormError error={comparing.error} />
          <Button type="primary" htmlType="submit" loading={comparing.isPending}>
            {t("compare")}
          </Button>
        </Panel>
      </form>
      {comparing.data && <Plans told={comparing.data} />}
      <Panel title={t("solve")}>
        <p className={`cz-soft ${styles.note}`}>{t("solveNote")}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            solving.mutate();
          }}
        >
          <div className={styles.fields}>
            <label>
              {t("payment")}
              <InputNumber<number> min={0} max={most} value={payment} onChange={(value) => setPayment(value ?? 0)} inputMode="decimal" />
            </label>
          </div>
          <FormError error={solving.error} />
          <Button htmlType="submit" loading={solving.isPending}>
            {t("find")}
          </Button>
        </form>
        <p role="status" className={styles.found}>
          {solving.data && t("found", { price: formatMoney(solving.data.price) })}
        </p>
      </Panel>
    </div>
  );
}

function Plans({ told }: { told: WaysOut }) {
  const t = useCalculatorTexts();
  const { tax, plans } = told;
  const shown = (yuan: string) => (Number(yuan) ? formatMoney(yuan) : t("none"));
  return (
    <Panel title={t("tax", { due: formatMoney(tax.due) })}>
      {tax.source && <p className="cz-soft">{t("relief", { relief: formatMoney(tax.relief), source: tax.source })}</p>}
      <div className={styles.scroll}>
        <table className={styles.plans}>
          <thead>
            <tr>
              {(["way", "at_once", "monthly", "due_last", "total", "interest"] as const).map((name) => (
                <th key={name} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <tr key={plan.kind}>
                <th scope="row">{t(`kind.${plan.kind}`)}</th>
                <td>{shown(plan.at_once)}</td>
                <td>{plan.months ? `${formatMoney(plan.monthly)} × ${plan.months}` : t("none")}</td>
                <td>{shown(plan.last)}</td>
                <td>{shown(plan.total)}</td>
                <td>{shown(plan.interest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
