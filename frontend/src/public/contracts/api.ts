import type { ContractSignatureIn, CustomerContractOut } from "@/api/types.gen";
import { ask } from "../api";

const path = (token: string) => `contracts/${encodeURIComponent(token)}`;

export const paperOf = (token: string): string => `/api/public/${path(token)}/paper.pdf`;
export const readContract = (token: string): Promise<CustomerContractOut> => ask(path(token));
export const signContract = (token: string, body: ContractSignatureIn): Promise<CustomerContractOut> => ask(`${path(token)}/sign`, body);
