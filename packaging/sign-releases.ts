import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Signs what electron-builder wrote of a release in `folder`, `latest*.yml`, beside it as `<file>.sig`. `secretFile` holds an
 * Ed25519 key (PEM); throws unless it belongs to `publicKey` (SPKI in DER, base64), which the packages carry. Returns the files.
 */
export function signReleases(folder: string, secretFile: string, publicKey: string): string[] {
  const secret = createPrivateKey(readFileSync(secretFile));
  const own = createPublicKey(secret).export({ format: 'der', type: 'spki' }).toString('base64');
  if (secret.asymmetricKeyType !== 'ed25519' || own !== publicKey)
    throw new Error('KEYTILL_UPDATES_SIGNING_KEY is not the other half of KEYTILL_UPDATES_KEY');
  const files = globSync('latest*.yml', { cwd: folder });
  if (files.length === 0) throw new Error(`there is no latest*.yml in ${folder} to sign`);
  for (const file of files)
    writeFileSync(
      join(folder, `${file}.sig`),
      sign(null, readFileSync(join(folder, file)), secret).toString('base64'),
    );
  return files;
}
