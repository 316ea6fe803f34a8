/** When the shipped rules were last looked at, and by when they should be again; shared by all files of the rulebook. */
export const CHECKED = { lastChecked: '2026-11-20', reviewBy: '2027-05-20' } as const;
