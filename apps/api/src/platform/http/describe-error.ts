/** Writes an error for the log so that its place and kind can be found, and nothing that a person typed. Called where a mistake of ours is logged. */
import { DatabaseError } from 'pg';
import { z } from 'zod';

/** Name, a message without personal data, and the stack's places. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${messageOf(error)}`, ...places].join('\n');
}

function messageOf(error: Error): string {
  // A database's message may quote the row.
  if (error instanceof DatabaseError)
    return `SQLSTATE ${error.code ?? '?'} ${error.constraint ?? error.table ?? ''} ${error.routine ?? ''}`;
  if (error instanceof z.ZodError) return error.issues.map(({ code, path }) => `${path.join('.')} ${code}`).join(', ');
  // Prisma writes the whole call with its values above the last line, which says what is wrong with it.
  const text = error.name.startsWith('Prisma') ? (error.message.trim().split('\n').at(-1) ?? '') : error.message;
  return withoutPersonalData(text).slice(0, 500);
}

/** Addresses, and numbers as long as a phone's or an ID's. */
export function withoutPersonalData(text: string): string {
  return text.replace(/[^\s<>"'`]+@[^\s<>"'`]+/g, '…').replace(/[0-9A-Z]*\d{6,}[0-9Xx]*/g, '…');
}
