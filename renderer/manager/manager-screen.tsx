export function ManagerScreen() {
  return null;
}
