/** Door of identity: checks while typing, safe for the browser. */
export {};
