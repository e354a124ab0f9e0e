const MASK = '***';
/** Fewer letters and digits than this stand in ordinary words too. */
const SHORTEST = 4;
/** "Code: QWERTY12 PIN: 907654": each part is a secret by itself. */
const SHORTEST_PART = 6;

/** The text without the key and its parts, however they are grouped or spelt: "ABCD-12", "abcd 12". */
export function withoutKey(text: string, key: string | undefined): string {
  return secretsOf(key).reduce(withoutSecret, text);
}

export function mentionsKey(text: string, key: string): boolean {
  return withoutKey(text, key) !== text;
}

function secretsOf(key = ''): string[] {
  const parts = key
    .split(/\s+/)
    .filter(part => /\d/.test(part) && compact(part).letters.length >= SHORTEST_PART);
  return [key, ...new Set(parts)]
    .map(secret => compact(secret).letters)
    .filter(letters => letters.length >= SHORTEST);
}

function withoutSecret(text: string, secret: string): string {
  const { letters, places } = compact(text);
  let kept = '';
  let from = 0;
  for (let at = letters.indexOf(secret); at >= 0; at = letters.indexOf(secret, at + secret.length)) {
    kept += text.slice(from, places[at]) + MASK;
    from = (places[at + secret.length - 1] ?? text.length) + 1;
  }
  return kept + text.slice(from);
}

/** Letters and digits alone, in one case, and where in the text each of them stands. */
function compact(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = '';
  for (const { 0: letter, index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    // One place for each code unit, whatever becomes of it in the other case.
    const lower = letter.toLowerCase();
    const same = lower.length === letter.length ? lower : letter;
    letters += same;
    for (let unit = 0; unit < same.length; unit++) places.push(index + unit);
  }
  return { letters, places };
}
