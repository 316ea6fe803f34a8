/** Door of the enumerations: the words alone, no decisions, safe for any bundle. */
export * from './access.js';
export * from './account.js';
export * from './countries.js';
export * from './knowing.js';
export * from './portal.js';
export * from './registration.js';
export * from './verification.js';
