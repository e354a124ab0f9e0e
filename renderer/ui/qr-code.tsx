import { encode } from 'uqr';

/**
 * Black on white in either theme: what a scanner reads best. `label` says what is inside, never the text itself. Nothing
 * where no code can hold the text.
 */
export function QrCode({
  text,
  label,
  className = 'size-56',
}: {
  text: string;
  label: string;
  className?: string;
}) {
  const code = codeFor(text);
  if (!code) return null;
  const { data, size } = code;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={`rounded-control ${className}`}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={darkModules(data)} fill="#000000" />
    </svg>
  );
}

function codeFor(text: string): ReturnType<typeof encode> | undefined {
  try {
    return encode(text, { ecc: 'M', border: 4 });
  } catch {
    // Longer than the largest code, or half a character.
    return undefined;
  }
}

function darkModules(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}
