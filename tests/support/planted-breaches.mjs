// One breach of every rule of .dependency-cruiser.mjs and scripts/source-rules.mjs, and files that break none. boundaries.mjs writes them into a
// folder outside the repository. The first file of a breach is the one that must be noticed.

const SAYS = '// Says what it is.\n';
const breach = (rule, path, text, others = {}) => ({
  rule,
  files: {
    [path]: SAYS + text,
    ...Object.fromEntries(Object.entries(others).map(([name, body]) => [name, SAYS + body])),
  },
});

/** Third-party packages of the planted tree; `false`: installed, but declared by nobody. */
export const installedPackages = {
  '@nestjs/common': true,
  '@prisma/client': true,
  pg: true,
  react: true,
  zod: true,
  'left-pad': false,
};

/** Files that every rule must leave alone: the plain way through the house. */
export const rightfulFiles = Object.fromEntries(
  Object.entries({
    'packages/domain/src/index.ts': `export { decide } from './registration/decide.js';\nexport { FEES } from './rulebook/fees.js';\n`,
    'packages/domain/src/enumerations/index.ts': `export const STATES = ['draft', 'live'] as const;\nexport type State = (typeof STATES)[number];\n`,
    'packages/domain/src/identity/index.ts': `export const isIdNumber = (text: string) => text.length === 18;\n`,
    'packages/domain/src/calendar/index.ts': `export const dayOf = (instant: string) => new Date(instant);\n`,
    'packages/domain/src/rulebook/fees.ts': `import type { Fee } from '../registration/decide.js';\nexport const FEES = [{ amount: 300 }] as const satisfies readonly Fee[];\n`,
    'packages/domain/src/registration/decide.ts': `import type { FEES } from '../rulebook/fees.js';\nexport interface Fee { readonly amount: number }\nexport const decide = (rules: typeof FEES) => rules[0].amount;\n`,
    'packages/contracts/src/index.ts': `import { z } from 'zod';\nimport { STATES } from '@daiban/domain/enumerations';\nexport const StateSchema = z.enum(STATES);\n`,
    'packages/i18n/src/index.ts': `import type { State } from '@daiban/domain/enumerations';\nexport const text = (state: State) => state;\n`,
    'packages/emails/src/index.ts': `import { text } from '@daiban/i18n';\nexport const subject = text('draft');\n`,
    'packages/ui/src/index.ts': `import { createElement } from 'react';\nimport { text } from '@daiban/i18n';\nexport const Badge = () => createElement('b', null, text('live'));\n`,
    'apps/dashboard/src/app/routes.tsx': `import { List } from '../features/clients/components/client-list.js';\nexport const routes = [List];\n`,
    'apps/dashboard/src/features/clients/components/client-list.tsx': `import { StateSchema } from '@daiban/contracts';\nimport { isIdNumber } from '@daiban/domain/identity';\nimport { Badge } from '@daiban/ui';\nexport const List = () => [StateSchema, isIdNumber, Badge];\n`,
    'apps/api/src/platform/database/database.ts': `import pg from 'pg';\nexport const pool = new pg.Pool();\n`,
    'apps/api/src/platform/config/settings.ts': `export const port = process.env.PORT;\n`,
    'apps/api/src/features/clients/clients.controller.ts': `import { ClientsService } from './clients.service.js';\nexport class ClientsController { constructor(readonly service: ClientsService) {} }\n`,
    'apps/api/src/features/clients/clients.service.ts': `import { Injectable } from '@nestjs/common';\nimport { decide } from '@daiban/domain';\nimport { ClientsRepository } from './clients.repository.js';\nexport const service = [Injectable, decide, ClientsRepository];\n`,
    'apps/api/src/features/clients/clients.repository.ts': `import pg from 'pg';\nimport { pool } from '../../platform/database/database.js';\nexport class ClientsRepository { readonly client = [pg, pool]; }\n`,
    'apps/api/src/features/orders/orders.service.ts': `import { service } from '../clients/clients.service.js';\nexport const orders = service;\n`,
    'packages/domain/src/registration/decide.test.ts': `import { aRegistration } from '../testing/a-registration.js';\nexport const made = [aRegistration, Date.now()];\n`,
    'packages/domain/src/testing/a-registration.ts': `export const aRegistration = () => ({ state: 'draft' });\n`,
  }).map(([path, text]) => [path, SAYS + text]),
);

const clientsFeature = 'apps/api/src/features/clients/';

/** @type {{ rule: string, files: Record<string, string> }[]} */
export const plantedBreaches = [
  breach(
    'domain-imports',
    'packages/domain/src/registration/reads-files.ts',
    `import fs from 'node:fs';\nexport const read = fs;\n`,
  ),
  breach(
    'domain-imports',
    'packages/domain/src/registration/knows-http.ts',
    `import { z } from 'zod';\nexport const schema = z;\n`,
  ),
  breach(
    'rulebook-is-data',
    'packages/domain/src/rulebook/decides.ts',
    `import { decide } from '../registration/decide.js';\nexport const fee = decide;\n`,
  ),
  breach(
    'rules-are-an-argument',
    'packages/domain/src/registration/fetches-rules.ts',
    `import { FEES } from '../rulebook/fees.js';\nexport const fee = FEES;\n`,
  ),
  breach(
    'contracts-imports',
    'packages/contracts/src/with-nest.ts',
    `import { Injectable } from '@nestjs/common';\nexport const mark = Injectable;\n`,
  ),
  breach('i18n-imports', 'packages/i18n/src/with-react.ts', `import react from 'react';\nexport const view = react;\n`),
  breach(
    'emails-imports',
    'packages/emails/src/with-ui.ts',
    `import { Badge } from '@daiban/ui';\nexport const badge = Badge;\n`,
  ),
  breach(
    'ui-imports',
    'packages/ui/src/with-contracts.ts',
    `import { StateSchema } from '@daiban/contracts';\nexport const schema = StateSchema;\n`,
  ),
  breach(
    'words-without-decisions',
    'packages/i18n/src/decides.ts',
    `import { decide } from '@daiban/domain';\nexport const decided = decide;\n`,
  ),
  breach(
    'web-imports',
    'apps/dashboard/src/lib/with-server.ts',
    `import { pool } from '../../../api/src/platform/database/database.js';\nexport const database = pool;\n`,
  ),
  breach(
    'web-imports',
    'apps/portal/src/lib/with-dashboard.ts',
    `import { routes } from '../../../dashboard/src/app/routes.js';\nexport const theirs = routes;\n`,
  ),
  breach(
    'web-imports',
    'apps/portal/src/lib/with-prisma.ts',
    `import client from '@prisma/client';\nexport const database = client;\n`,
  ),
  breach(
    'web-never-decides',
    'apps/dashboard/src/lib/decides.ts',
    `import { decide } from '@daiban/domain';\nexport const decided = decide;\n`,
  ),
  breach(
    'web-features-stand-alone',
    'apps/dashboard/src/features/orders/components/order-list.tsx',
    `import { List } from '../../clients/components/client-list.js';\nexport const OrderList = List;\n`,
  ),
  breach(
    'web-features-below-app',
    'apps/dashboard/src/features/people/components/person-list.tsx',
    `import { shell } from '../../../app/shell.js';\nexport const PersonList = shell;\n`,
    { 'apps/dashboard/src/app/shell.ts': `export const shell = 1;\n` },
  ),
  breach(
    'platform-below-features',
    'apps/api/src/platform/jobs/knows-clients.ts',
    `import { service } from '../../features/clients/clients.service.js';\nexport const known = service;\n`,
  ),
  breach(
    'api-without-screens',
    'apps/api/src/features/portal/portal-badge.ts',
    `import { Badge } from '@daiban/ui';\nexport const badge = Badge;\n`,
  ),
  breach(
    'features-through-their-door',
    'apps/api/src/features/orders/orders-rows.ts',
    `import { toClient } from '../clients/clients.mapper.js';\nexport const map = toClient;\n`,
    { [`${clientsFeature}clients.mapper.ts`]: `export const toClient = (row: unknown) => row;\n` },
  ),
  breach(
    'repositories-stay-home',
    'apps/api/src/features/orders/orders.module.ts',
    `import type { ClientsRepository } from '../clients/clients.repository.js';\nexport type Theirs = ClientsRepository;\n`,
  ),
  breach(
    'repositories-apart',
    `${clientsFeature}contacts.repository.ts`,
    `import { ClientsRepository } from './clients.repository.js';\nexport const other = ClientsRepository;\n`,
  ),
  breach(
    'repositories-do-not-decide',
    `${clientsFeature}deciding.repository.ts`,
    `import { decide } from '@daiban/domain';\nexport const decided = decide;\n`,
  ),
  breach(
    'controllers-are-thin',
    `${clientsFeature}hurried.controller.ts`,
    `import { ClientsRepository } from './clients.repository.js';\nexport const repository = ClientsRepository;\n`,
  ),
  breach(
    'controllers-are-thin',
    `${clientsFeature}direct.controller.ts`,
    `import pg from 'pg';\nexport const database = pg;\n`,
  ),
  breach(
    'services-without-sql',
    `${clientsFeature}direct.service.ts`,
    `import pg from 'pg';\nexport const database = pg;\n`,
  ),
  breach(
    'database-behind-repositories',
    `${clientsFeature}clients.sweep.ts`,
    `import pg from 'pg';\nexport const database = pg;\n`,
  ),
  breach(
    'packages-below-apps',
    'packages/domain/src/testing/with-app.ts',
    `import { pool } from '../../../../apps/api/src/platform/database/database.js';\nexport const database = pool;\n`,
  ),
  breach(
    'no-testing-in-the-product',
    'packages/domain/src/registration/uses-builder.ts',
    `import { aRegistration } from '../testing/a-registration.js';\nexport const built = aRegistration;\n`,
  ),
  breach(
    'no-cycles',
    'packages/domain/src/identity/first.ts',
    `import { second } from './second.js';\nexport const first = () => second;\n`,
    {
      'packages/domain/src/identity/second.ts': `import { first } from './first.js';\nexport const second = () => first;\n`,
    },
  ),
  breach(
    'only-what-exists',
    'apps/api/src/platform/http/nowhere.ts',
    `import { nothing } from './nothing.js';\nexport const none = nothing;\n`,
  ),
  breach(
    'only-declared-packages',
    'apps/api/src/platform/http/undeclared.ts',
    `import pad from 'left-pad';\nexport const left = pad;\n`,
  ),

  breach(
    'domain-is-pure',
    'packages/domain/src/calendar/looks-at-the-clock.ts',
    `export const today = () => new Date();\n`,
  ),
  breach('domain-is-pure', 'packages/domain/src/calendar/counts.ts', `export const now = () => Date.now();\n`),
  breach('domain-is-pure', 'packages/domain/src/calendar/throws-dice.ts', `export const dice = () => Math.random();\n`),
  breach(
    'domain-is-pure',
    'packages/domain/src/calendar/reads-process.ts',
    `export const zone = () => process.platform;\n`,
  ),
  breach(
    'rulebook-has-no-logic',
    'packages/domain/src/rulebook/computes.ts',
    `export const double = (fee: number) => fee * 2;\n`,
  ),
  breach(
    'no-forward-ref',
    `${clientsFeature}clients.module.ts`,
    `import { forwardRef } from '@nestjs/common';\nexport const later = forwardRef(() => null);\n`,
  ),
  breach(
    'services-know-no-http',
    `${clientsFeature}refusing.service.ts`,
    `import { NotFoundException } from '@nestjs/common';\nexport const refusal = NotFoundException;\n`,
  ),
  breach(
    'settings-in-one-place',
    'apps/api/src/platform/mail/mail-address.ts',
    `export const from = process.env.MAIL_FROM;\n`,
  ),
  breach('file-names', 'apps/api/src/platform/http/utils.ts', `export const one = 1;\n`),
  breach('file-names', 'apps/dashboard/src/lib/MyButton.tsx', `export const one = 1;\n`),
  breach(
    'features-are-shallow',
    'apps/dashboard/src/features/clients/components/list/row/cell.tsx',
    `export const Cell = 1;\n`,
  ),
  { rule: 'opens-with-a-sentence', files: { 'apps/api/src/platform/http/silent.ts': 'export const one = 1;\n' } },
];
