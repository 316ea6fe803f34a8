/** Door of calendar: checks while typing, safe for the browser. */
export {};
