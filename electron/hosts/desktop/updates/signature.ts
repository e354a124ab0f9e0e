import { createPublicKey, verify } from 'node:crypto';

/** Whether `signature` (base64) is that of `text` by this Ed25519 key (SPKI in DER, base64). */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return (
    key.asymmetricKeyType === 'ed25519' &&
    verify(null, Buffer.from(text), key, Buffer.from(signature.trim(), 'base64'))
  );
}
