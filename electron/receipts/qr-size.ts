/** Bytes that QR versions 1 to 40 hold at error correction level M (ISO/IEC 18004, table 7). */
const CAPACITY = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779,
  857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
];
const MOST = 2331;
const QUIET_ZONE = 8;
const LARGEST_DOT = 6;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

export function qrFits(text: string): boolean {
  return text !== '' && byteLength(text) <= MOST;
}

/** The largest comfortable size, in printer dots per module, at which the code stays on paper `dots` wide. */
export function qrDotSize(text: string, dots: number): number {
  const length = byteLength(text);
  const version = CAPACITY.findIndex(capacity => capacity >= length) + 1;
  const modules = 17 + 4 * version + QUIET_ZONE;
  return Math.max(1, Math.min(LARGEST_DOT, Math.floor(dots / modules)));
}
