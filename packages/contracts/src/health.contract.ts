/** Whether the installation can work, for load balancers and for people. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';

const CheckSchema = z.object({ status: z.enum(['ok', 'failing']), detail: z.string().optional() });

export const HealthSchema = z
  .object({
    status: z.enum(['ok', 'failing']),
    version: z.string(),
    checks: z.object({
      database: CheckSchema,
      migrations: CheckSchema,
      mail: CheckSchema,
      jobs: CheckSchema,
      /** Where documents are kept. */
      files: CheckSchema,
      /** The virus scanner; missing when none is set. */
      scanner: CheckSchema.optional(),
    }),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof HealthSchema>;

export const getHealth = defineOperation({
  id: 'getHealth',
  method: 'GET',
  path: '/health',
  root: true,
  permission: 'public',
  summary: 'Answers 200 when every part works and 503 with the same body when one does not.',
  input: {},
  output: { schema: HealthSchema, otherStatuses: [503] },
});

export const getLiveness = defineOperation({
  id: 'getLiveness',
  method: 'GET',
  path: '/health/live',
  root: true,
  permission: 'public',
  summary: 'Answers as long as the process lives, whatever the database does.',
  input: {},
  output: { schema: z.object({ status: z.literal('ok') }) },
});
