import { createRoute } from "@tanstack/react-router";
import { requireSignIn } from "./guard";
import { rootRoute } from "./root";
import { page } from "./page";

type Next = { next?: string };

/** Only paths of this site: `//elsewhere` and full addresses are dropped. */
function nextOf(search: Record<string, unknown>): Next {
  const { next } = search;
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const frame = createRoute({
  getParentRoute: () => rootRoute,
  id: "_entrance",
  component: page(() => import("@/features/entrance/EntranceFrame"), "EntranceFrame"),
});

const signIn = createRoute({
  getParentRoute: () => frame,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): Next & { done?: "reset" } => ({
    ...nextOf(search),
    ...(search.done === "reset" ? { done: "reset" } : {}),
  }),
  component: page(() => import("@/features/entrance/SignInPage"), "SignInPage"),
});

const signUp = createRoute({
  getParentRoute: () => frame,
  path: "/sign-up",
  validateSearch: nextOf,
  component: page(() => import("@/features/entrance/SignUpPage"), "SignUpPage"),
});

const forgotPassword = createRoute({
  getParentRoute: () => frame,
  path: "/forgot-password",
  component: page(() => import("@/features/entrance/ForgotPasswordPage"), "ForgotPasswordPage"),
});

const resetPassword = createRoute({
  getParentRoute: () => frame,
  path: "/reset-password/$key",
  component: page(() => import("@/features/entrance/ResetPasswordPage"), "ResetPasswordPage"),
});

const verifyEmail = createRoute({
  getParentRoute: () => frame,
  path: "/verify-email/$key",
  component: page(() => import("@/features/entrance/VerifyEmailPage"), "VerifyEmailPage"),
});

const verify = createRoute({
  getParentRoute: () => frame,
  path: "/verify",
  validateSearch: nextOf,
  component: page(() => import("@/features/entrance/VerifyPage"), "VerifyPage"),
});

const invitation = createRoute({
  getParentRoute: () => frame,
  path: "/invite/$token",
  component: page(() => import("@/features/invitation/InvitationPage"), "InvitationPage"),
});

const welcome = createRoute({
  getParentRoute: () => frame,
  path: "/welcome",
  beforeLoad: ({ location }) => requireSignIn(location.href),
  component: page(() => import("@/features/welcome/WelcomePage"), "WelcomePage"),
});

const outbox = createRoute({
  getParentRoute: () => rootRoute,
  path: "/dev/outbox",
  component: page(() => import("@/features/outbox/OutboxPage"), "OutboxPage"),
});

export const accountRoutes = [
  frame.addChildren([signIn, signUp, forgotPassword, resetPassword, verify, verifyEmail, invitation, welcome]),
  outbox,
];
