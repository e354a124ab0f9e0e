import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';

/** Buttons that act on what is below them; arrow keys move between them. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className="flex flex-wrap items-center gap-2">
      {children}
    </AriaToolbar>
  );
}
