export const rules = {} as const satisfies Record<string, string>;
