// The rules of docs/architecture.md that live inside a file and not in its imports: what the domain may not touch, what a service may not name,
// how files are called and begin. Called by boundaries.mjs.
import { basename } from 'node:path';
import ts from 'typescript';

const isTest = (path) => /\.test\.tsx?$|\/testing\//.test(path);
const isDomain = (path) => path.startsWith('packages/domain/src/');
const isRulebook = (path) => path.startsWith('packages/domain/src/rulebook/');
const isServer = (path) => path.startsWith('apps/api/src/');
const SETTINGS_FILE = 'apps/api/src/platform/config/settings.ts';

/** `a.b` of a property access, else the empty string. */
const dotted = (node) =>
  ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)
    ? `${node.expression.text}.${node.name.text}`
    : '';

/** Whether an identifier stands for a value of that name, and not for a property or a declaration of ours. */
const isFreeName = (node, name) =>
  ts.isIdentifier(node) &&
  node.text === name &&
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
  !(ts.isPropertyAssignment(node.parent) && node.parent.name === node) &&
  !ts.isTypeNode(node.parent) &&
  !ts.isPropertySignature(node.parent);

const IMPURE_CALLS = [
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'Temporal.Now',
];
const IMPURE_NAMES = ['process', 'fetch', 'setTimeout', 'setInterval', 'console', 'localStorage', 'document'];
const FORBIDDEN_FILE_NAMES = ['utils', 'helpers', 'common', 'manager', 'types', 'misc', 'shared'];

/** Each rule: which files it reads, and what in them breaks it. `node` rules see every node, `file` rules the whole file once. */
export const SOURCE_RULES = [
  {
    name: 'domain-is-pure',
    comment: 'The domain has no clock, no chance and no surroundings: the time is an argument.',
    applies: isDomain,
    node: (node) =>
      IMPURE_CALLS.includes(dotted(node)) ||
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
      (ts.isCallExpression(node) && node.expression.getText() === 'Date') ||
      IMPURE_NAMES.some((name) => isFreeName(node, name)),
  },
  {
    name: 'rulebook-has-no-logic',
    comment: 'The rulebook is data; what computes stands beside the machines.',
    applies: isRulebook,
    node: (node) =>
      ts.isFunctionLike(node) &&
      !ts.isTypeNode(node) &&
      !ts.isMethodSignature(node) &&
      !ts.isCallSignatureDeclaration(node),
  },
  {
    name: 'no-forward-ref',
    comment: 'Modules that need each other are one module, or need a third.',
    applies: isServer,
    node: (node) => isFreeName(node, 'forwardRef'),
  },
  {
    name: 'services-know-no-http',
    comment: 'A service answers with values; platform/http turns refusals into problems.',
    applies: (path) => path.endsWith('.service.ts'),
    node: (node) =>
      ts.isImportSpecifier(node) && /(Exception|^HttpStatus)$/.test((node.propertyName ?? node.name).text),
  },
  {
    name: 'settings-in-one-place',
    comment: `Only ${SETTINGS_FILE} reads the environment.`,
    applies: (path) => path !== SETTINGS_FILE,
    node: (node) =>
      dotted(node) === 'process.env' || (ts.isMetaProperty(node) && node.parent.getText() === 'import.meta.env'),
  },
  {
    name: 'file-names',
    comment: 'Files are kebab-case, say what they hold, and each package has one index.ts.',
    applies: () => true,
    file: (path) => {
      const [stem] = basename(path).split('.');
      const isDoor =
        /^packages\/\w+\/src\/index\.ts$|^packages\/domain\/src\/(enumerations|identity|calendar)\/index\.ts$/.test(
          path,
        );
      return (
        !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) || FORBIDDEN_FILE_NAMES.includes(stem) || (stem === 'index' && !isDoor)
      );
    },
  },
  {
    name: 'features-are-shallow',
    comment: 'At most two folders below features/<noun>.',
    applies: () => true,
    file: (path) => /\/features\/[^/]+\/[^/]+\/[^/]+\/[^/]+\//.test(path),
  },
  {
    name: 'opens-with-a-sentence',
    comment: 'A file opens with a sentence on what it decides and who calls it.',
    applies: (path) => !path.endsWith('.d.ts'),
    file: (path, source) => !/^(#!.*\n)?\s*(\/\/|\/\*)/.test(source.text),
  },
];

/**
 * Breaches of the rules in one file.
 * @param {string} path relative to the repository's root, with `/`
 * @returns {{ rule: string, comment: string, from: string, line: number }[]}
 */
export function checkSource(path, text) {
  if (isTest(path)) return [];
  const rules = SOURCE_RULES.filter((rule) => rule.applies(path));
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const breaches = [];
  const report = (rule, position) => {
    const line = source.getLineAndCharacterOfPosition(position).line + 1;
    breaches.push({ rule: rule.name, comment: rule.comment, from: path, line });
  };
  for (const rule of rules.filter((each) => each.file)) if (rule.file(path, source)) report(rule, 0);
  const nodeRules = rules.filter((each) => each.node);
  const visit = (node) => {
    for (const rule of nodeRules) if (rule.node(node)) report(rule, node.getStart());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return breaches;
}
