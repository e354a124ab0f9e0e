/** The demo shop's token: public, and worth nothing anywhere else. */
export const SANDBOX_TOKEN = 'decafbaddecafbaddecafbaddecafbad';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** The demo shop's management token: the shape of a JWT, signed by nobody. */
export const SANDBOX_MANAGEMENT_TOKEN = [
  base64url('{"alg":"HS256","typ":"JWT"}'),
  base64url('{"sub":"sandbox-manager"}'),
  'not-a-signature',
].join('.');

/** The tokens the sandbox accepts now; null where one has been revoked. */
export interface Tokens {
  shop: string | null;
  management: string | null;
}

export type TokenKind = 'shop' | 'management' | 'other' | 'none';

/** The shop token comes bare, the management token behind `Bearer`: either in the other's form is refused. */
export function tokenKind(authorization: string | undefined, tokens: Tokens): TokenKind {
  if (!authorization) return 'none';
  if (tokens.shop !== null && authorization === tokens.shop) return 'shop';
  if (tokens.management !== null && authorization === `Bearer ${tokens.management}`) return 'management';
  return 'other';
}
