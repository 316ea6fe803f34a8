/** Door of the domain: the rulebook, the machines and the decisions. Pure: no clock, no input or output. */
export * from './enumerations/index.js';
export * from './machine/finding.js';
