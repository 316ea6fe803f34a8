// Who may import what, as docs/architecture.md says it. `node scripts/boundaries.mjs` runs these rules over the tree and, beside it, over one
// planted breach of each (tests/support/boundaries.mjs), so that a rule which no longer bites is noticed.

/** Imports that leave no trace in what runs. */
const TYPES_ONLY = ['type-only'];
const TESTS = '\\.test\\.tsx?$|/testing/';

/** Third-party packages by name, however deep pnpm puts them. */
const npm = (...names) => names.map((name) => `node_modules/${name}(/|$)`);
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A package of packages/ imports itself and what stands in `allowed`, nothing else. */
const packageImports = (name, allowed) =>
  forbid(
    `${name}-imports`,
    `packages/${name} imports only what docs/architecture.md allows it.`,
    { path: `^packages/${name}/src`, pathNot: TESTS },
    { pathNot: [`^packages/${name}/src`, ...allowed] },
  );

const DOMAIN_WORDS = '^packages/domain/src/enumerations';
const REACT = npm('react', 'react-dom', '@types/react', '@types/react-dom');
const PRISMA_AND_PG = ['^apps/api/src/generated', ...npm('@prisma/[^/]+', 'pg', '@types/pg')];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    // packages
    packageImports('domain', npm('libphonenumber-js/(core|metadata[^/]*)', 'libphonenumber-js/types')),
    forbid(
      'rulebook-is-data',
      'The rulebook needs the types of the domain, never its decisions.',
      { path: '^packages/domain/src/rulebook', pathNot: TESTS },
      {
        path: '^packages/domain/src',
        pathNot: ['^packages/domain/src/rulebook', DOMAIN_WORDS],
        dependencyTypesNot: TYPES_ONLY,
      },
    ),
    forbid(
      'rules-are-an-argument',
      'A decision takes the rules as a value; it does not fetch them from the rulebook.',
      // The shipped work days only spell out the rulebook's shorthand; decisions get the calendar made of them.
      { path: '^packages/domain/src/(?!rulebook/|index\\.ts|calendar/shipped-work-days\\.ts)', pathNot: TESTS },
      {
        path: '^packages/domain/src/rulebook',
        // The tables of the machines and the catalogues of words are their structure, not values of a day.
        pathNot: 'rulebook/([a-z-]+-transitions|findings|identifier-rules|history-entries)\\.ts$',
        dependencyTypesNot: TYPES_ONLY,
      },
    ),
    packageImports('contracts', ['^packages/domain/src', ...npm('zod')]),
    packageImports('i18n', ['^packages/domain/src']),
    packageImports('emails', ['^packages/(domain|i18n)/src', ...REACT, ...npm('react-email', '@react-email/[^/]+')]),
    packageImports('ui', [
      '^packages/(domain|i18n)/src',
      ...REACT,
      ...npm('@mantine/[^/]+', '@tabler/icons-react', '@fontsource[^/]*/[^/]+', 'get-nonce'),
    ]),
    forbid(
      'words-without-decisions',
      'Texts and shared components know the words of the domain, not its decisions.',
      { path: '^packages/(i18n|ui)/src', pathNot: TESTS },
      { path: '^packages/domain/src', pathNot: DOMAIN_WORDS, dependencyTypesNot: TYPES_ONLY },
    ),

    // web apps
    forbid(
      'web-imports',
      'A web app imports contracts, ui, i18n and itself; never the API, the other app or the database.',
      { path: '^apps/(dashboard|portal)/src' },
      {
        path: ['^(apps|packages|prisma|scripts)/', ...npm('@prisma/[^/]+', 'pg', '@nestjs/[^/]+')],
        pathNot: ['^apps/$1/src', '^packages/(contracts|ui|i18n|domain)/'],
      },
    ),
    forbid(
      'web-never-decides',
      'Of the domain a screen uses identity, calendar and the words (checks while typing); the server decides.',
      { path: '^apps/(dashboard|portal)/src', pathNot: TESTS },
      {
        path: '^packages/domain/src',
        pathNot: '^packages/domain/src/(identity|calendar|enumerations)/',
        dependencyTypesNot: TYPES_ONLY,
      },
    ),
    forbid(
      'web-features-stand-alone',
      'A feature of a web app does not import another feature; routes put them together.',
      { path: '^apps/(dashboard|portal)/src/features/([^/]+)/', pathNot: TESTS },
      { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    ),
    forbid(
      'web-features-below-app',
      'A feature does not import app/, which imports the features.',
      { path: '^apps/(dashboard|portal)/src/(features|lib|config)/', pathNot: TESTS },
      { path: '^apps/$1/src/app/' },
    ),

    // API
    forbid(
      'platform-below-features',
      'The platform is what any product would have: it knows no feature.',
      { path: '^apps/api/src/platform/', pathNot: TESTS },
      { path: '^apps/api/src/features/' },
    ),
    forbid(
      'api-without-screens',
      'The API renders no component.',
      { path: '^apps/api/src/' },
      { path: ['^packages/ui/', '^apps/(dashboard|portal)/', ...npm('@mantine/[^/]+')] },
    ),
    forbid(
      'features-through-their-door',
      "A feature uses another one's service through its module.",
      { path: '^apps/api/src/features/([^/]+)/', pathNot: TESTS },
      {
        path: '^apps/api/src/features/',
        pathNot: ['^apps/api/src/features/$1/', '\\.(service|module)\\.ts$'],
        dependencyTypesNot: TYPES_ONLY,
      },
    ),
    forbid(
      'repositories-stay-home',
      'A repository is used by its own feature, and not by another repository.',
      { path: '^apps/api/src/features/([^/]+)/', pathNot: TESTS },
      { path: '^apps/api/src/features/.*\\.repository\\.ts$', pathNot: '^apps/api/src/features/$1/' },
    ),
    forbid(
      'repositories-apart',
      'A repository does not use another repository.',
      { path: '\\.repository\\.ts$' },
      { path: '\\.repository\\.ts$' },
    ),
    forbid(
      'repositories-do-not-decide',
      'A repository reads and writes; of the domain it knows types and words.',
      { path: '^apps/api/src/.*\\.repository\\.ts$' },
      { path: '^packages/domain/src', pathNot: DOMAIN_WORDS, dependencyTypesNot: TYPES_ONLY },
    ),
    forbid(
      'controllers-are-thin',
      'A controller calls its service.',
      { path: '\\.controller\\.ts$' },
      { path: ['\\.repository\\.ts$', ...PRISMA_AND_PG] },
    ),
    forbid(
      'services-without-sql',
      'A service asks its repository.',
      { path: '\\.service\\.ts$' },
      { path: PRISMA_AND_PG },
    ),
    forbid(
      'database-behind-repositories',
      'In a feature only the repository speaks to the database.',
      { path: '^apps/api/src/features/', pathNot: [TESTS, '\\.(repository|service|controller)\\.ts$'] },
      { path: PRISMA_AND_PG, dependencyTypesNot: TYPES_ONLY },
    ),

    // everywhere
    forbid('packages-below-apps', 'A package does not import an app.', { path: '^packages/' }, { path: '^apps/' }),
    forbid(
      'no-testing-in-the-product',
      'What runs does not import tests, their builders or their support.',
      { path: '^(apps|packages)/[^/]+/src', pathNot: TESTS },
      { path: [TESTS, '^tests/'] },
    ),
    forbid(
      'no-cycles',
      'Files that import each other in a circle are one file in pieces (types alone may point back).',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: TYPES_ONLY } },
    ),
    forbid(
      'only-what-exists',
      'Every import leads to a file or to an installed package.',
      { pathNot: TESTS },
      { couldNotResolve: true },
    ),
    forbid(
      'only-declared-packages',
      "An imported package stands in the importing package's own package.json.",
      { path: '^(apps|packages)/[^/]+/src', pathNot: TESTS },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: TYPES_ONLY },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules|^apps/api/src/generated' },
    exclude: { path: '(^|/)(dist|dist-types|\\.data|test-results)/|\\.(css|svg|woff2|png)(\\?|$)' },
    tsConfig: { fileName: 'tsconfig.test.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
