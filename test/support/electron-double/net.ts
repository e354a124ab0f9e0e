import { type ClientRequest, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Emitter } from './emitter.ts';
import { guarded, unguarded } from './guard.ts';
import { defaultSession, type Session } from './session.ts';

export interface RequestOptions {
  method?: string;
  url?: string;
  protocol?: string;
  hostname?: string;
  port?: number | string;
  path?: string;
  headers?: Record<string, string>;
  redirect?: 'follow' | 'error' | 'manual';
  session?: Session;
}

/** `net.request`: over Node's own HTTP, after the product's `onBeforeRequest` of its session has let it go. */
class RequestDouble extends Emitter {
  private readonly options: RequestOptions;
  private readonly headers: Record<string, string>;
  private sent: ClientRequest | undefined;
  private aborted = false;

  constructor(options: RequestOptions) {
    super();
    this.options = options;
    this.headers = { ...options.headers };
  }

  setHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  end(body?: string): void {
    const { method = 'GET', session } = this.options;
    const url = addressOf(this.options);
    const asked = session ? unguarded(session) : defaultSession();
    void asked.cancels({ url, method, resourceType: 'other' }).then(cancelled => {
      if (this.aborted) return;
      if (cancelled) this.emit('error', new Error('net::ERR_BLOCKED_BY_CLIENT'));
      else this.send(url, method, body);
    });
  }

  abort(): void {
    this.aborted = true;
    this.sent?.destroy();
    this.emit('abort');
  }

  private send(url: string, method: string, body: string | undefined): void {
    const over = url.startsWith('https:') ? overHttps : overHttp;
    this.sent = over(url, { method, headers: this.headers }, answer => {
      const { statusCode = 0, headers } = answer;
      if (statusCode < 300 || statusCode >= 400 || !headers.location) this.emit('response', answer);
      else if (this.options.redirect === 'error')
        this.emit('error', new Error("Attempted to redirect, but redirect policy was 'error'"));
      else this.emit('redirect', statusCode, method, new URL(headers.location, url).href, headers);
    });
    this.sent.on('error', error => {
      if (!this.aborted) this.emit('error', error);
    });
    this.sent.end(body);
  }
}

function addressOf({ url, protocol = 'http:', hostname = '', port, path = '/' }: RequestOptions): string {
  return url ?? `${protocol}//${hostname}${port ? `:${port}` : ''}${path}`;
}

export const net = guarded('Net', {
  request(options: string | RequestOptions) {
    const made = new RequestDouble(typeof options === 'string' ? { url: options } : options);
    return guarded('ClientRequest', made);
  },
});
