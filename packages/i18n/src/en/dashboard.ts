/** English texts of the agency's screens. */
export const dashboard = {} as const satisfies Record<string, string>;
