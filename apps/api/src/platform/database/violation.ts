/** Tells which constraint of the database said no, whichever of the two ways the statement went. */
import { DatabaseError } from 'pg';

interface PrismaDriverError {
  code?: unknown;
  meta?: {
    driverAdapterError?: {
      cause?: { originalCode?: unknown; constraint?: { index?: string; fields?: readonly string[] } };
    };
  };
}

/** Name of the unique index or constraint that a second row would have broken (SQLSTATE 23505); null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  if (error instanceof DatabaseError) return error.code === '23505' ? (error.constraint ?? null) : null;
  const prisma = error as PrismaDriverError;
  if (prisma?.code !== 'P2002') return null;
  const constraint = prisma.meta?.driverAdapterError?.cause?.constraint;
  return constraint?.index ?? constraint?.fields?.join(',') ?? null;
}

/** Whether the same work may simply be tried again: two transactions got in each other's way. */
export function isSerializationFailure(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === '40001' || error.code === '40P01';
  return (error as PrismaDriverError)?.code === 'P2034';
}
