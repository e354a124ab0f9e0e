import { Hono } from 'hono';
import { type Controls, controlsOf, type Outage } from './controls.ts';
import type { SandboxApp } from './http/app.ts';
import { addControlRoutes } from './http/control-routes.ts';
import { listen } from './http/listener.ts';
import { addPartnerRoutes } from './http/partner-routes.ts';
import type { SandboxOptions } from './options.ts';
import { SANDBOX_MANAGEMENT_TOKEN, SANDBOX_TOKEN } from './tokens.ts';
import { createWorld } from './world.ts';

/** A GamesDrop partner to practise on, on 127.0.0.1: the documented API, and /sandbox/… to steer it. */
export interface Sandbox extends Controls {
  /** For both the partner's and the aggregator's calls. */
  readonly url: string;
  /** Where /sandbox/… answers whatever happens to the partner; `url` where no second port was asked for. */
  readonly controlUrl: string;
  /** The tokens it started with. */
  readonly token: string;
  readonly managementToken: string;
  /** Orders, money and catalogue live on meanwhile, and so do requests that are already being worked on. */
  down(how?: Outage): Promise<void>;
  /** On the same port, with everything as it was. */
  up(): Promise<void>;
  /**
   * Back to how it was started: no orders, no faults, the first prices, balance, tokens and settings.
   * Requests that latency is still holding are never answered.
   */
  reset(): void;
  /** Ends every connection at once and everything it was waiting for. */
  stop(): Promise<void>;
}

/** Rejects where the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  let world = createWorld(options);
  let isSilent = false;

  const app: SandboxApp = new Hono();
  addPartnerRoutes(
    app,
    () => world,
    () => isSilent,
  );
  addControlRoutes(app, () => sandbox);
  const listener = await listen(app, options.port ?? 0);

  const controlApp: SandboxApp = new Hono();
  addControlRoutes(controlApp, () => sandbox);
  const controlListener =
    options.controlPort === undefined ? undefined : await listen(controlApp, options.controlPort);

  const sandbox: Sandbox = {
    ...controlsOf(() => world),
    url: listener.url,
    controlUrl: controlListener?.url ?? listener.url,
    token: options.token ?? SANDBOX_TOKEN,
    managementToken: options.managementToken ?? SANDBOX_MANAGEMENT_TOKEN,
    async down(how = 'refuse') {
      isSilent = how === 'silent';
      if (how === 'refuse') await listener.close();
    },
    async up() {
      isSilent = false;
      await listener.open();
    },
    reset() {
      world.timers.cancelAll();
      world = createWorld(options);
    },
    async stop() {
      world.timers.cancelAll();
      await Promise.all([listener.close(), controlListener?.close()]);
    },
  };
  return sandbox;
}
