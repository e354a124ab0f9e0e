import type { ReactNode } from 'react';

/** Names and what they are, line by line. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[minmax(8rem,auto)_minmax(0,1fr)] gap-x-5 gap-y-2">{children}</dl>;
}

/** One line; nothing at all where nothing is known. */
export function Fact({ name, mono, children }: { name: string; mono?: boolean; children: ReactNode }) {
  if (children === undefined || children === null || children === false || children === '') return null;
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className={`digits break-words ${mono ? 'font-mono break-all select-all' : ''}`}>{children}</dd>
    </>
  );
}
