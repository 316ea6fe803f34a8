/** The page docs/registration-states.md, drawn from the tables. scripts/draw-states.mjs writes it, a test compares it. */
import { FINAL_REGISTRATION_STATES } from '../enumerations/index.js';
import { drawDiagram, drawTable } from '../machine/draw-machine.js';
import { FINAL_ORDER_STATES, ORDER_TRANSITIONS } from '../rulebook/order-transitions.js';
import { REGISTRATION_TRANSITIONS } from '../rulebook/registration-transitions.js';

/** The whole page as Markdown, with a newline at its end. */
export function drawStatesPage(): string {
  return [
    '# The machines, drawn from their tables',
    'Written by `node scripts/draw-states.mjs` from `packages/domain/src/rulebook/registration-transitions.ts` and `order-transitions.ts`; a test fails when the two differ. Change the tables, then run the script.',
    'A _decision_ meets the guards of its row. An _observation_, once it is heard from Tencent (a message, the API, a screenshot, a countersigned note), is recorded from whatever state we believed in: it jumps ahead and marks what nobody told us of as not seen, is kept as old news, or becomes a conflict for a person.',
    'Where a row has a _When_, it holds only then; rows are tried from top to bottom.',
    // The formatter would align the tables anew with every change.
    '<!-- prettier-ignore-start -->',
    '## Registration',
    drawDiagram(REGISTRATION_TRANSITIONS, FINAL_REGISTRATION_STATES),
    drawTable(REGISTRATION_TRANSITIONS),
    '## Verification order',
    drawDiagram(ORDER_TRANSITIONS, FINAL_ORDER_STATES),
    drawTable(ORDER_TRANSITIONS),
    '<!-- prettier-ignore-end -->',
  ]
    .join('\n\n')
    .concat('\n');
}
