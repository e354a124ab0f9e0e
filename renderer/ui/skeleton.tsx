/** Where something is about to be: its size, so that nothing jumps when it comes. */
export function Skeleton({ className = 'h-6 w-full' }: { className?: string }) {
  return <div aria-hidden className={`motion-safe:animate-breathe rounded-control bg-sunken ${className}`} />;
}
