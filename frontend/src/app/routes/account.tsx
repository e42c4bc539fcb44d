import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireSignIn } from "./guard";
import { rootRoute } from "./root";

type Next = { next?: string };

/** Only paths of this site: `//elsewhere` and full addresses are dropped. */
function nextOf(search: Record<string, unknown>): Next {
  const { next } = search;
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const frame = createRoute({
  getParentRoute: () => rootRoute,
  id: "_entrance",
  component: lazyRouteComponent(() => import("@/features/entrance/EntranceFrame"), "EntranceFrame"),
});

const signIn = createRoute({
  getParentRoute: () => frame,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): Next & { done?: "reset" } => ({
    ...nextOf(search),
    ...(search.done === "reset" ? { done: "reset" } : {}),
  }),
  component: lazyRouteComponent(() => import("@/features/entrance/SignInPage"), "SignInPage"),
});

const signUp = createRoute({
  getParentRoute: () => frame,
  path: "/sign-up",
  validateSearch: nextOf,
  component: lazyRouteComponent(() => import("@/features/entrance/SignUpPage"), "SignUpPage"),
});

const forgotPassword = createRoute({
  getParentRoute: () => frame,
  path: "/forgot-password",
  component: lazyRouteComponent(() => import("@/features/entrance/ForgotPasswordPage"), "ForgotPasswordPage"),
});

const resetPassword = createRoute({
  getParentRoute: () => frame,
  path: "/reset-password/$key",
  component: lazyRouteComponent(() => import("@/features/entrance/ResetPasswordPage"), "ResetPasswordPage"),
});

const verifyEmail = createRoute({
  getParentRoute: () => frame,
  path: "/verify-email/$key",
  component: lazyRouteComponent(() => import("@/features/entrance/VerifyEmailPage"), "VerifyEmailPage"),
});

const verify = createRoute({
  getParentRoute: () => frame,
  path: "/verify",
  validateSearch: nextOf,
  component: lazyRouteComponent(() => import("@/features/entrance/VerifyPage"), "VerifyPage"),
});

const invitation = createRoute({
  getParentRoute: () => frame,
  path: "/invite/$token",
  component: lazyRouteComponent(() => import("@/features/invitation/InvitationPage"), "InvitationPage"),
});

const welcome = createRoute({
  getParentRoute: () => frame,
  path: "/welcome",
  beforeLoad: ({ location }) => requireSignIn(location.href),
  component: lazyRouteComponent(() => import("@/features/welcome/WelcomePage"), "WelcomePage"),
});

const outbox = createRoute({
  getParentRoute: () => rootRoute,
  path: "/dev/outbox",
  component: lazyRouteComponent(() => import("@/features/outbox/OutboxPage"), "OutboxPage"),
});

export const accountRoutes = [
  frame.addChildren([signIn, signUp, forgotPassword, resetPassword, verify, verifyEmail, invitation, welcome]),
  outbox,
];
