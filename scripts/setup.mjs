import { dependenciesInstalled, installDependencies } from './dependencies.mjs';
import { provideSystemPackages, rememberSystemPackages, systemPackagesChecked } from './system-packages.mjs';

/** Everything this task needs before it can run. Does nothing, in a few milliseconds, where all is there. */
export async function setUp(task) {
  const ready = dependenciesInstalled();
  if (ready && systemPackagesChecked(task)) return;
  await provideSystemPackages(task);
  if (!ready) await installDependencies();
  rememberSystemPackages(task);
}
