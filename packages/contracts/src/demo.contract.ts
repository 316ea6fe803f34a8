/** What only a demo installation answers: one-click sign-in, the clock that people move, and starting over. Elsewhere all of it is 404. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { RoleSchema } from './problem.contract.js';
import { SessionSchema } from './session.contract.js';
import { GivenInstantSchema, InstantSchema } from './values.contract.js';

/** Password of each of the demo's people, who are signed in with one click: asked for again where a member confirms what cannot be undone. */
export const DEMO_PASSWORD = 'lantern bridge demo';

export const demoSignIn = defineOperation({
  id: 'demoSignIn',
  method: 'POST',
  path: '/demo/sign-in',
  permission: 'public',
  summary:
    "Signs in as the demo agency's owner, manager, specialist or viewer; the answer also carries an API key of that role.",
  input: { body: z.strictObject({ as: RoleSchema }) },
  output: { status: 201, schema: SessionSchema.extend({ apiKey: z.string() }) },
  refusals: ['demo.not_ready'],
  idempotent: false,
});

export const setDemoClock = defineOperation({
  id: 'setDemoClock',
  method: 'PUT',
  path: '/demo/clock',
  permission: 'demo.manage',
  summary: 'Moves the business clock forward; going back is `resetDemo`.',
  input: { body: z.strictObject({ now: GivenInstantSchema }) },
  output: { schema: z.object({ businessNow: InstantSchema }) },
  refusals: ['clock.only_forward'],
});

export const resetDemo = defineOperation({
  id: 'resetDemo',
  method: 'POST',
  path: '/demo/reset',
  permission: 'demo.manage',
  summary:
    "Throws the demo agency's data away and makes it anew at the demo's first day; demo sign-ins and API keys end.",
  input: {},
  output: { schema: z.object({ businessNow: InstantSchema }) },
  idempotent: false,
});
