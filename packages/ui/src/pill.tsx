/** A short status in a coloured capsule; the word carries the meaning, the colour only repeats it. */
import type { ReactNode } from 'react';

export interface PillProps {
  /** quiet: plain · turn: somebody here must act · broken: a promise is broken · loss: money or rights gone · good: done. */
  tone?: 'quiet' | 'turn' | 'broken' | 'loss' | 'good';
  children: ReactNode;
}

export function Pill({ tone = 'quiet', children }: PillProps) {
  return <span className={`pill pill-${tone}`}>{children}</span>;
}
