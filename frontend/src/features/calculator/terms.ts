import type { WaysIn } from "@/api/types.gen";

export type Energy = NonNullable<WaysIn["energy"]>;
export type Terms = { price: number; energy: Energy; insurance: number; registration: number; down: number; months: number; rate: number; last: number; fee: number };

export const first: Terms = { price: 150_000, energy: "bev", insurance: 5_000, registration: 500, down: 45_000, months: 36, rate: 3.99, last: 45_000, fee: 0 };

/** The same terms in four ways: a loan has nothing due at the end. */
export function asked({ price, energy, insurance, registration, down, months, rate, last, fee }: Terms) {
  const lent = { down, months, rate, fee };
  return {
    price,
    energy,
    insurance,
    registration,
    plans: [{ kind: "cash" as const }, { kind: "loan" as const, ...lent }, { kind: "balloon" as const, ...lent, last }, { kind: "lease" as const, ...lent, last }],
  };
}
