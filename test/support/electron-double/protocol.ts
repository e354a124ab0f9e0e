import { guarded, refuseUnknownSettings } from './guard.ts';
import { type Privileges, world } from './world.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** `protocol` of one session. */
export class Protocol {
  private readonly handlers = new Map<string, SchemeHandler>();

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }

  handlerOf(scheme: string): SchemeHandler | undefined {
    return this.handlers.get(scheme);
  }
}

/** Electron builds its processes with these schemes: afterwards, and a second time, nothing can be added. */
export function registerSchemesAsPrivileged(
  schemes: readonly { scheme: string; privileges?: Privileges }[],
): void {
  if (world.ready)
    throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
  if (world.schemes.size > 0) throw new Error('protocol.registerSchemesAsPrivileged can only be called once');
  for (const { scheme, privileges = {} } of schemes) {
    refuseUnknownSettings('Privileges', privileges);
    world.schemes.set(scheme, privileges);
  }
}

/** Until Electron is ready `protocol` can only register schemes: what it handles belongs to a session. */
export function protocolModule(ofDefaultSession: () => Protocol): object {
  const whenReady = () => {
    if (!world.ready) throw new Error('Session can only be received when app is ready');
    return ofDefaultSession();
  };
  return guarded('Protocol', {
    registerSchemesAsPrivileged,
    handle: (scheme: string, handler: SchemeHandler) => whenReady().handle(scheme, handler),
    unhandle: (scheme: string) => whenReady().unhandle(scheme),
    isProtocolHandled: (scheme: string) => whenReady().isProtocolHandled(scheme),
  });
}
