/** Keeps what is being written for as long as the window is open: an in-app browser may reload a page at any time. */

const keyOf = (registrationId: string | null) => `daiban.portal.draft.${registrationId ?? 'client'}`;

// Some in-app browsers refuse storage: then nothing is kept, and everything else works.
export function readDraft(registrationId: string | null): string {
  try {
    return sessionStorage.getItem(keyOf(registrationId)) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(registrationId: string | null, body: string): void {
  if (!body) return forgetDraft(registrationId);
  try {
    sessionStorage.setItem(keyOf(registrationId), body);
  } catch {
    // Not kept.
  }
}

export function forgetDraft(registrationId: string | null): void {
  try {
    sessionStorage.removeItem(keyOf(registrationId));
  } catch {
    // Nothing was kept.
  }
}
