/** Words on lines of at most `width` characters; the space at a break is dropped, a word longer than a line is cut. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    let rest = word;
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = rest;
  }
  lines.push(line);
  return lines;
}

/**
 * A key on lines of at most `width` characters. The lines joined are the key, character for character: it breaks
 * after a hyphen or a space where it has them, and in equal parts where a group is longer than a line.
 */
export function wrapKey(key: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const group of key.match(/[^- ]*[- ]+|[^- ]+/g) ?? []) {
    if (line.length + group.length <= width) {
      line += group;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = equalParts(group, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

function equalParts(group: string, width: number): string[] {
  const size = Math.ceil(group.length / Math.ceil(group.length / width));
  const parts: string[] = [];
  for (let start = 0; start < group.length; start += size) parts.push(group.slice(start, start + size));
  return parts;
}
