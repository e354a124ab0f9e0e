import { Emitter } from './emitter.ts';
import type { Frame, PreloadContext } from './frames.ts';
import { asSeen, guarded } from './guard.ts';
import { decode, encode } from './page/codec.ts';
import type { FromPreload } from './page/preload-world.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

/** `ipcMain`: what preload scripts ask and say. */
class IpcMain extends Emitter {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    this.handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.handlers.delete(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** What Electron sends back: the value, cloned, or the words its caller's promise rejects with. */
  async answer(
    channel: string,
    event: object,
    args: unknown[],
  ): Promise<{ ok: boolean; value?: string; error?: string }> {
    try {
      const handler = this.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return { ok: true, value: encode(await handler(event, ...args)) };
    } catch (error) {
      return { ok: false, error: `Error invoking remote method '${channel}': ${String(error)}` };
    }
  }
}

const target = new IpcMain();
export const ipcMain = guarded('IpcMain', target);

/** Hands on what a preload script said; `reply` takes the text it is to hear. */
export async function hearPreload(
  message: FromPreload,
  context: PreloadContext,
  sender: object,
  reply: (text: string) => void,
): Promise<void> {
  const args = decode(message.args ?? '') as unknown[];
  const channel = message.channel ?? '';
  const event = ipcEvent(context.frame, sender);
  if (message.kind === 'send') target.emit(channel, event, ...args);
  else
    reply(JSON.stringify({ kind: 'answer', id: message.id, ...(await target.answer(channel, event, args)) }));
}

/** A frame that is gone by the time somebody looks is null. */
function ipcEvent(frame: Frame, sender: object): object {
  return {
    type: 'frame',
    sender: asSeen(sender),
    processId: frame.processId,
    frameId: frame.routingId,
    get senderFrame() {
      return frame.detached ? null : guarded('WebFrameMain', frame);
    },
    preventDefault() {},
    defaultPrevented: false,
  };
}
