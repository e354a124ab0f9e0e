/** The till's own sign. Decoration; the name stands beside it. */
export function BrandMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-10 shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g
        className="fill-none stroke-on-accent"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <circle cx="12" cy="20" r="5" />
        <path d="M15.6 16.4 24 8m-3.4 3.4 3.2 3.2" />
      </g>
    </svg>
  );
}
