export function TillScreen() {
  return null;
}
