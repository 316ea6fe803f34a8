export const refusals = {} as const satisfies Record<string, string>;
