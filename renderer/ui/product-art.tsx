import { type ReactNode, useId } from 'react';
import { type ArtPlan, artPlan } from './art-plan.ts';

/** A picture made from the product's name: no network, no licence, never missing. Decoration; the name stands beside it. */
export function ProductArt({
  name,
  className = 'aspect-video w-full',
}: {
  name: string;
  className?: string;
}) {
  const gradient = useId();
  const plan = artPlan(name);
  const [from, to] = plan.hues;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 160 90"
      preserveAspectRatio="xMidYMid slice"
      className={`block shrink-0 ${className}`}
    >
      <linearGradient id={gradient} x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stopColor={`oklch(0.62 0.14 ${from})`} />
        <stop offset="1" stopColor={`oklch(0.42 0.15 ${to})`} />
      </linearGradient>
      <rect width="160" height="90" fill={`url(#${gradient})`} />
      <g fill="none" stroke="white" opacity="0.16" transform={`rotate(${plan.turn} 118 34)`}>
        {PATTERNS[plan.pattern]}
      </g>
      <text
        x="80"
        y="47"
        fill="white"
        fontSize="40"
        fontWeight="700"
        letterSpacing="-0.5"
        textAnchor="middle"
        dominantBaseline="central"
      >
        {plan.initials}
      </text>
    </svg>
  );
}

const PATTERNS: Record<ArtPlan['pattern'], ReactNode> = {
  rings: (
    <g strokeWidth="9">
      <circle cx="118" cy="34" r="18" />
      <circle cx="118" cy="34" r="40" />
      <circle cx="118" cy="34" r="62" />
      <circle cx="118" cy="34" r="84" />
    </g>
  ),
  waves: (
    <g strokeWidth="8">
      <path d="M-60 10q30 -24 60 0t60 0t60 0t60 0t60 0" />
      <path d="M-60 34q30 -24 60 0t60 0t60 0t60 0t60 0" />
      <path d="M-60 58q30 -24 60 0t60 0t60 0t60 0t60 0" />
      <path d="M-60 82q30 -24 60 0t60 0t60 0t60 0t60 0" />
    </g>
  ),
  blocks: (
    <g fill="white" stroke="none">
      <rect x="96" y="12" width="44" height="44" rx="9" />
      <rect x="60" y="48" width="30" height="30" rx="7" opacity="0.7" />
      <rect x="20" y="-6" width="38" height="38" rx="8" opacity="0.5" />
      <rect x="126" y="64" width="40" height="40" rx="8" opacity="0.6" />
    </g>
  ),
  rays: (
    <g fill="white" stroke="none">
      <path d="M118 34L260 -40V10Z" />
      <path d="M118 34L240 90L190 160Z" />
      <path d="M118 34L60 190L10 160Z" />
      <path d="M118 34L-60 50V-10Z" />
      <path d="M118 34L80 -90L140 -90Z" />
    </g>
  ),
};
