import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Machine, releaseFile, releaseStatement } from '../shared/release.ts';

/**
 * Signs what electron-builder wrote of a release for `machine` in `folder`: `latest*.yml` becomes the file that this kind of
 * machine asks for, with `<file>.sig` beside it. `secretFile` holds an Ed25519 key (PEM); throws unless it belongs to
 * `publicKey` (SPKI in DER, base64), which the packages carry, and where there is not one description. Returns the file.
 */
export function signRelease(folder: string, machine: Machine, secretFile: string, publicKey: string): string {
  const secret = createPrivateKey(readFileSync(secretFile));
  const own = createPublicKey(secret).export({ format: 'der', type: 'spki' }).toString('base64');
  if (secret.asymmetricKeyType !== 'ed25519' || own !== publicKey)
    throw new Error('KEYTILL_UPDATES_SIGNING_KEY is not the other half of KEYTILL_UPDATES_KEY');
  const [written, ...others] = globSync('latest*.yml', { cwd: folder });
  if (written === undefined) throw new Error(`there is no latest*.yml in ${folder} to sign`);
  if (others.length > 0)
    throw new Error(`${folder} holds more than one latest*.yml: empty it and package anew`);
  const file = join(folder, releaseFile(machine));
  renameSync(join(folder, written), file);
  const statement = releaseStatement(machine, readFileSync(file, 'utf8'));
  writeFileSync(`${file}.sig`, sign(null, Buffer.from(statement), secret).toString('base64'));
  return releaseFile(machine);
}
