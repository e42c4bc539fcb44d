import type { BookedOut, BookingDayOut, BookingIn, BookingPageOut, CustomerDriveOut } from "@/api/types.gen";
import { ask } from "../api";

const page = (token: string) => `test-drives/${encodeURIComponent(token)}`;
const drive = (token: string) => `test-drives/drives/${encodeURIComponent(token)}`;

export const readBookingPage = (token: string): Promise<BookingPageOut> => ask(page(token));
export const readTimes = (token: string, trim: string): Promise<BookingDayOut[]> => ask(`${page(token)}/times?trim=${encodeURIComponent(trim)}`);
export const book = (token: string, wish: BookingIn): Promise<BookedOut> => ask(page(token), wish);
export const readDrive = (token: string): Promise<CustomerDriveOut> => ask(drive(token));
export const signDrive = (token: string, picture: string): Promise<CustomerDriveOut> => ask(`${drive(token)}/sign`, { picture, agreed: true });
export const cancelDrive = (token: string): Promise<CustomerDriveOut> => ask(`${drive(token)}/cancel`, {});
