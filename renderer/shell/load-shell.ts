/** The shell's code, apart from the first screen's: nobody sees it before a PIN has been typed. */
export async function loadShell() {
  return { default: (await import('./shell.tsx')).Shell };
}
