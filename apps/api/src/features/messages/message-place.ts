/** Whose messages are meant. Used by both repositories of messages and their services. */

/** What of a client's messages is meant. */
export interface MessagePlace {
  readonly clientId: string;
  /** Those about this account and about the client as a whole; null: all. */
  readonly registrationId: string | null;
}
