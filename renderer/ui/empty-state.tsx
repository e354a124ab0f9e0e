import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing here, why, and what to do about it. */
export function EmptyState(props: {
  /** Left out where there is little room. */
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const { icon: Icon, title, children, action } = props;
  return (
    <div
      className={`flex flex-col items-center justify-center gap-3 text-center ${Icon ? 'p-8' : 'px-4 py-2'}`}
    >
      {Icon && <Icon aria-hidden className="size-12 text-muted" strokeWidth={1.5} />}
      <p className="text-xl font-semibold">{title}</p>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {action}
    </div>
  );
}
