/** Whether one version comes before another as Semantic Versioning has it: 1.9.0, 1.10.0-rc.1, 1.10.0. */
export function isOlder(version: string, other: string): boolean {
  const [[core, early], [otherCore, otherEarly]] = [parted(version), parted(other)];
  const order = core.localeCompare(otherCore, 'en', { numeric: true });
  if (order !== 0 || early === otherEarly) return order < 0;
  // What leads to a release comes before it.
  if (early === '' || otherEarly === '') return early !== '';
  return early.localeCompare(otherEarly, 'en', { numeric: true }) < 0;
}

function parted(version: string): [core: string, early: string] {
  const [whole = ''] = version.split('+');
  const at = whole.indexOf('-');
  return at < 0 ? [whole, ''] : [whole.slice(0, at), whole.slice(at + 1)];
}
