import { join } from 'node:path';
import { signRelease } from './sign-releases.ts';
import { releasesOf, whyNoPackage } from './whose.ts';

/** What `npm run dist` asks before electron-builder runs, and does after it. Ends with one sentence where something is wrong. */
const [step] = process.argv.slice(2);
const releases = releasesOf(process.env);
try {
  const wrong = step === 'check' ? whyNoPackage(process.env, process.platform) : undefined;
  if (wrong) throw new Error(wrong);
  if (step === 'sign' && releases)
    signRelease(
      join(import.meta.dirname, '..', 'dist'),
      process,
      process.env.KEYTILL_UPDATES_SIGNING_KEY ?? '',
      releases.publicKey,
    );
} catch (error) {
  process.stderr.write(`KeyTill: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
