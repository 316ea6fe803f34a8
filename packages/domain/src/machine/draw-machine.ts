/** Draws a machine's table as a Mermaid diagram and as a Markdown table. Called by scripts/draw-states.mjs, whose output a test compares with docs/registration-states.md. */
import type { Target, TransitionRow } from './transition-row.js';

type Row = TransitionRow<string, string, string, string, string>;

/** Every move between two states; events that stay, and beginnings in any state, are in the table below it. */
export function drawDiagram(rows: readonly Row[], finals: readonly string[]): string {
  const moves = rows.filter((row) => !(row.from === 'none' && typeof row.to === 'object'));
  const edges = moves.flatMap((row) =>
    sources(row).flatMap((from) => targets(row.to).map((to) => `  ${from} --> ${to}: ${row.event}`)),
  );
  const ends = finals.map((state) => `  ${state} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...new Set(edges), ...ends, '```'].join('\n');
}

/** One line a row: event, from, to, what it is, who, when, what it asks and guards. */
export function drawTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const asks = [
      row.reason && 'reason',
      row.evidence && (row.evidence === 'required' ? 'evidence' : 'evidence if any'),
    ]
      .filter(Boolean)
      .join(', ');
    const from = sources(row)
      .map((state) => (state === '[*]' ? '(none)' : state))
      .join(', ');
    const to = row.to === 'stays' ? 'stays' : targets(row.to).join(' or ');
    return [
      code(row.event),
      from,
      to,
      row.way,
      row.who.join(', '),
      row.when ? code(row.when) : '',
      asks,
      row.guards.map(code).join(' '),
      row.effects.map(code).join(' '),
    ];
  });
  const head = ['Event', 'From', 'To', 'What', 'Who', 'When', 'Asks', 'Guards', 'Effects'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function sources(row: Row): readonly string[] {
  return row.from === 'none' ? ['[*]'] : row.from;
}

function targets(to: Target<string>): readonly string[] {
  if (to === 'stays') return [];
  return typeof to === 'object' ? to.oneOf : [to];
}

function code(name: string): string {
  return `\`${name}\``;
}
