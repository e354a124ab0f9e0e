import { CALL_NAMES, CALLS, type CallName } from '../calls.ts';
import { noSuchCall } from '../refusal.ts';
import type { TokenKind } from '../tokens.ts';
import type { World } from '../world.ts';
import type { SandboxApp } from './app.ts';
import { balance, transactions } from './balance-calls.ts';
import { checkGameData, findOne, servers, sync } from './offer-calls.ts';
import { createOrder, orderStatus } from './order-calls.ts';
import { answerCall, type CallRule } from './partner-call.ts';
import { userInfo } from './telegram-calls.ts';

const RULES: Record<CallName, CallRule> = {
  'offers-balance': balance,
  balance,
  transactions,
  'find-one': findOne,
  'create-order': createOrder,
  'order-status': orderStatus,
  'check-game-data': checkGameData,
  sync,
  servers,
  'telegram-user-info': userInfo,
};

/** The partner's API. `isSilent`: requests arrive nowhere, and nothing ever comes back. */
export function addPartnerRoutes(app: SandboxApp, world: () => World, isSilent: () => boolean): void {
  for (const name of CALL_NAMES) {
    const call = { name, tokens: (of: World) => tokensFor(name, of), rule: RULES[name] };
    app.on(CALLS[name].method, CALLS[name].path, context =>
      isSilent() ? new Promise<Response>(() => undefined) : answerCall(context, world(), call),
    );
  }
  app.notFound(context => context.json(noSuchCall(context.req.method, context.req.path).body, 404));
}

function tokensFor(call: CallName, { settings }: World): readonly TokenKind[] {
  if (call === 'balance') return ['shop', 'management'];
  if (call === 'transactions')
    return settings.shopTokenReadsHistory ? ['shop', 'management'] : ['management'];
  return ['shop'];
}
