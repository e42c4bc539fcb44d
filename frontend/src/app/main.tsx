import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { OfflineNotice } from "@/components/OfflineNotice";
import { queryClient } from "@/http/queryClient";
import "@/theme/base.css";
import { ThemeProvider } from "@/theme/ThemeProvider";
import { reloadAfterRelease } from "./reloadAfterRelease";
import { router } from "./router";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

reloadAfterRelease();

createRoot(root).render(
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
      <OfflineNotice />
    </ThemeProvider>
  </StrictMode>,
);
