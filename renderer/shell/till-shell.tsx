import { fetched } from '../fetched.tsx';

/** The shell and the screens in it: nobody sees them before a PIN has been typed. */
export const TILL_SHELL = fetched(async () => {
  const [{ Shell }, { SCREENS }] = await Promise.all([import('./shell.tsx'), import('./screens.ts')]);
  return () => <Shell screens={SCREENS} />;
});
