/** The part of keytar that the till uses, declared here because keytar may not be installed at all. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Rejects where keytar, an optional native dependency, was not installed or cannot find its system library. */
export async function loadKeytar(): Promise<Keytar> {
  // Widened to string, so that types check on a machine without keytar.
  const loaded: { default: Keytar } = await import('keytar' as string);
  return loaded.default;
}
