export const clearedBy = {} as const satisfies Record<string, string>;
