import { lazy, StrictMode, Suspense } from "react";
import type { ComponentType, LazyExoticComponent } from "react";
import { createRoot } from "react-dom/client";
import "./public.css";
import { Message } from "./Message";
import { loadRefusals, say } from "./words";

type Page = ComponentType<{ token: string }>;

const words = loadRefusals();

function page(load: () => Promise<Page>): LazyExoticComponent<Page> {
  return lazy(async () => {
    const [found] = await Promise.all([load(), words]);
    return { default: found };
  });
}

/** By the first part of the address. Each page is loaded alone. */
const pages: Record<string, LazyExoticComponent<Page> | undefined> = {
  p: page(() => import("./PublicForm").then(({ PublicForm }) => PublicForm)),
  t: page(() => import("./drives/BookingPage").then(({ BookingPage }) => BookingPage)),
  a: page(() => import("./drives/DrivePage").then(({ DrivePage }) => DrivePage)),
  c: page(() => import("./contracts/ContractPage").then(({ ContractPage }) => ContractPage)),
};

const root = document.getElementById("root");
const [, kind = "", token = ""] = window.location.pathname.split("/");
const Page = pages[kind];
if (root && Page) {
  createRoot(root).render(
    <StrictMode>
      <Suspense fallback={<Message text={say("loading")} />}>
        <Page token={token} />
      </Suspense>
    </StrictMode>,
  );
}
