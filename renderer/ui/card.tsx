import { type ReactNode, useId } from 'react';

/** A surface that holds things which belong together. With a title it is a named region. */
export function Card({
  title,
  actions,
  children,
}: {
  title?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  if (!title)
    return <div className="rounded-card border border-line bg-surface p-5 shadow-card">{children}</div>;
  return (
    <section
      aria-labelledby={titleId}
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card"
    >
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={titleId} className="text-xl font-semibold">
          {title}
        </h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
