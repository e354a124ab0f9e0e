import type { SecretName } from './ports.ts';
import { SANDBOX_TOKEN } from './sandbox/tokens.ts';

export type DemoSecrets = Record<Exclude<SecretName, 'management-token'>, string>;

/**
 * The secrets of every demo, printed here for anyone to read, so that a demo on the same data folder opens again after
 * its memory keychain is gone. Nothing real may ever be kept under them: openTill refuses them for any partner but one
 * on this machine.
 */
export const DEMO_SECRETS: DemoSecrets = {
  'partner-token': SANDBOX_TOKEN,
  'data-key': Buffer.from('a demo key that protects nothing').toString('base64'),
  'pin-pepper': Buffer.from('a demo pepper that hides nothing').toString('base64'),
};
