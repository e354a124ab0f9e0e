import type { z } from 'zod';
import type { Http, RequestPriority } from '../ports.ts';
import type { PartnerHost, PartnerHosts } from './hosts.ts';
import { outcomeOf } from './outcome.ts';
import type { PartnerResult } from './partner.ts';
import { redactorOf } from './secrets.ts';

/** Where the tokens are kept: read for every request, never held here. */
export interface Tokens {
  shop(): string | undefined;
  management(): string | undefined;
}

export interface CallLog {
  /** "POST /api/v1/offers/find-one" */
  call: string;
  outcome: PartnerResult<unknown>['kind'];
  /** The partner's code, or why there is no answer. */
  detail?: string;
}

/** One of the partner's calls: what to ask, and what the answer must look like. */
export interface Call<T> {
  method: 'GET' | 'POST';
  /** Begins with "/": the host comes from the settings, never from here. */
  path: `/${string}`;
  host?: PartnerHost;
  body?: object;
  answer: z.ZodType<T>;
  about?: 'order' | 'other';
  priority: RequestPriority;
  /** The management token when one is stored, else the shop token. */
  prefersManagement?: boolean;
  /** A shop token that is not stored yet. */
  token?: string;
}

export type Send = <T>(call: Call<T>) => Promise<PartnerResult<T>>;

/** Anything else would break the header it stands in, and is no token. */
const TOKEN = /^[!-~]{1,4096}$/;

/**
 * The one place where a token meets a request. Its address is always the configured origin plus the call's own path,
 * so a token can go nowhere else; what comes back is cleared of it before anyone sees it.
 */
export function createSend(given: {
  http: Http;
  hosts: PartnerHosts;
  tokens: Tokens;
  log?: (entry: CallLog) => void;
}): Send {
  const { http, hosts, tokens, log } = given;

  async function attempt<T>(call: Call<T>): Promise<PartnerResult<T>> {
    const shop = call.token ?? tokens.shop();
    const management = tokens.management();
    const token = (call.prefersManagement ? management : undefined) ?? shop;
    if (!token) return { kind: 'no_token' };
    if (!TOKEN.test(token))
      return { kind: 'refused', code: 'INVALID_TOKEN', message: 'It holds characters that no token has.' };

    const origin = hosts[call.host ?? 'partner'];
    const isManagement = call.prefersManagement === true && management !== undefined;
    const came = await http.request({
      method: call.method,
      url: `${origin}${call.path}`,
      headers: {
        accept: 'application/json',
        authorization: isManagement ? `Bearer ${token}` : token,
        ...(call.body && { 'content-type': 'application/json' }),
      },
      ...(call.body && { body: JSON.stringify(call.body) }),
      priority: call.priority,
    });
    const redact = redactorOf([token, shop, tokens.shop(), management]);
    return outcomeOf(came, { answer: call.answer, about: call.about ?? 'other', redact });
  }

  return async call => {
    const result = await attempt(call);
    const detail = result.kind === 'refused' ? result.code : 'cause' in result ? result.cause : undefined;
    const name = `${call.method} ${call.path.split('?')[0]}`;
    log?.({ call: name, outcome: result.kind, ...(detail && { detail }) });
    return result;
  };
}
