/** The widest a character of an amount gets, in em. */
const CHARACTER_EM = 0.66;

/** An amount as large as it can be on one line of the room there is: every digit of it is always in sight. */
export function FittedAmount({ text, isAtEnd = false }: { text: string; isAtEnd?: boolean }) {
  const fontSize = `min(2.25rem, calc(100cqi / ${text.length * CHARACTER_EM}))`;
  return (
    <div className={`@container flex h-10 w-full items-center ${isAtEnd ? 'justify-end' : ''}`}>
      <p className="digits leading-none font-bold whitespace-nowrap text-ink" style={{ fontSize }}>
        {text}
      </p>
    </div>
  );
}
