/** The shell's code and the till's: nobody sees them before a PIN has been typed. */
export async function loadShell() {
  const [{ Shell }, { SCREENS }] = await Promise.all([import('./shell.tsx'), import('./screens.ts')]);
  return { default: () => <Shell screens={SCREENS} /> };
}
