import { dependenciesInstalled, installDependencies } from './dependencies.mjs';
import { provideSystemPackages, rememberSystemPackages, systemPackagesChecked } from './system-packages.mjs';

/** Everything a task needs before it can run. Does nothing, in a few milliseconds, where all is there. */
export async function setUp() {
  const ready = dependenciesInstalled();
  if (ready && systemPackagesChecked()) return;
  await provideSystemPackages();
  if (!ready) await installDependencies();
  rememberSystemPackages();
}
