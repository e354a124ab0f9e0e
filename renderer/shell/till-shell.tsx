import { fetched } from '../fetched.tsx';

/** The shell and the screen it opens with, there in one go: nobody sees them before a PIN has been typed. */
export const TILL_SHELL = fetched(async () => {
  const [{ Shell }, { SCREENS }] = await Promise.all([import('./shell.tsx'), import('./screens.ts')]);
  await SCREENS.till.fetch();
  return () => <Shell screens={SCREENS} />;
});
