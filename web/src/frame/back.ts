// Where one was going when the page asked to sign in first. It stays in the browser's history, and never becomes part of an address.
import { base } from '../api/client';

declare module '@tanstack/history' {
  interface HistoryState {
    back?: string;
  }
}

/** Of this community alone: nobody is led elsewhere. */
export const wayBack = (back: string | undefined) =>
  back?.startsWith(`${base}/`) && back !== `${base}/` && !back.startsWith(`${base}/sign-in`) ? back : undefined;
