export const prerequisites = {} as const satisfies Record<string, string>;
