/** One word of a Windows command line, as its C runtime takes them apart: Electron joins the words with spaces as they are. */
export function quoted(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  const inside = word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${inside}"`;
}
