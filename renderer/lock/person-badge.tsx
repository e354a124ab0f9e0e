import { artPlan } from '../ui/art-plan.ts';

/** Initials in a circle whose colour belongs to the name. Decoration; the name stands beside it. */
export function PersonBadge({ name }: { name: string }) {
  const { initials, hues } = artPlan(name);
  return (
    <svg aria-hidden="true" viewBox="0 0 48 48" className="size-14 shrink-0">
      <circle cx="24" cy="24" r="24" fill={`oklch(0.47 0.11 ${hues[0]})`} />
      <text
        x="24"
        y="25"
        fill="white"
        fontSize="19"
        fontWeight="600"
        textAnchor="middle"
        dominantBaseline="central"
      >
        {initials}
      </text>
    </svg>
  );
}
