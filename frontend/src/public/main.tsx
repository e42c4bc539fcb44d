import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./public.css";
import { PublicForm } from "./PublicForm";

const root = document.getElementById("root");
const token = window.location.pathname.split("/")[2] ?? "";
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PublicForm token={token} />
    </StrictMode>,
  );
}
