import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { OfflineNotice } from "@/components/OfflineNotice";
import "@/features/fields/errors/texts";
import { queryClient } from "@/http/queryClient";
import "@/http/texts";
import { loadTexts } from "@/i18n/i18n";
import "@/theme/base.css";
import { ThemeProvider } from "@/theme/ThemeProvider";
import { reloadAfterRelease } from "./reloadAfterRelease";
import { router } from "./router";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

reloadAfterRelease();

async function start(page: HTMLElement): Promise<void> {
  // Without them the page works all the same: a refusal is then told in the server's own words.
  await loadTexts().catch(() => undefined);
  createRoot(page).render(
    <StrictMode>
      <ThemeProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
        <OfflineNotice />
      </ThemeProvider>
    </StrictMode>,
  );
}

void start(root);
