/** When the shipped rules were last looked at, and by when they should be again; shared by all files of the rulebook. */
export const CHECKED = { lastChecked: '2026-11-20', reviewBy: '2027-05-20' } as const;

/** The same for what stands on a single weak or old source, or on none: it is looked at sooner. */
export const CHECKED_WEAK = { confidence: 'L', lastChecked: '2026-11-20', reviewBy: '2027-02-20' } as const;

/** The book's first day: what starts on it held then, and perhaps before. */
export const BOOK_BEGINS = '2013-01-01';

/** The day from which overseas companies register on the same platform as all others. */
export const OVERSEAS_OPENED = '2018-09-13';

/** Where the registration form and its time told a rule, and no other day is known: the day of the notice that the form already cites. */
export const FORM_KNOWN = '2018-11-16';
