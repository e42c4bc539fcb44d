import { lazy, StrictMode, Suspense } from "react";
import type { ComponentType, LazyExoticComponent } from "react";
import { createRoot } from "react-dom/client";
import "./public.css";
import { Message } from "./Message";
import { say } from "./words";

type Page = LazyExoticComponent<ComponentType<{ token: string }>>;

/** By the first part of the address. Each page is loaded alone. */
const pages: Record<string, Page | undefined> = {
  p: lazy(() => import("./PublicForm").then(({ PublicForm }) => ({ default: PublicForm }))),
  t: lazy(() => import("./drives/BookingPage").then(({ BookingPage }) => ({ default: BookingPage }))),
  a: lazy(() => import("./drives/DrivePage").then(({ DrivePage }) => ({ default: DrivePage }))),
  c: lazy(() => import("./contracts/ContractPage").then(({ ContractPage }) => ({ default: ContractPage }))),
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
