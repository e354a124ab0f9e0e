import { hash } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { type Clock, UpdateFailure } from '../../../ports.ts';
import { type Ask, boundedAnswer } from './bounded-answer.ts';
import { proven } from './proven.ts';

const DESCRIPTION_BYTES = 64 * 1024;

type DownloadOptions = Parameters<ElectronHttpExecutor['download']>[2];

/**
 * What is asked of the update server, which may be broken or somebody else. electron-updater's own requests take whatever
 * comes for as long as it comes, and go on when they were given up.
 */
export class BoundedRequests extends ElectronHttpExecutor {
  readonly #clock: Clock;
  readonly #sizes = new Map<string, number>();

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
  }

  description(address: URL): Promise<string> {
    const tooMuch = new UpdateFailure('unreachable', `${address.pathname} is too long.`);
    return boundedAnswer(this.#ask(address), this.#clock, DESCRIPTION_BYTES, tooMuch, text);
  }

  /** Without this no package is fetched: `size` in bytes, as it was signed together with the digest. */
  allow(sha512: string, size: number): void {
    this.#sizes.set(sha512, size);
  }

  /** Leaves a whole and proven package at `destination`, or rejects. */
  override async download(
    address: URL,
    destination: string,
    { headers, sha512 }: DownloadOptions,
  ): Promise<string> {
    const size = sha512 ? this.#sizes.get(sha512) : undefined;
    if (!sha512 || size === undefined)
      throw new UpdateFailure('untrusted', `${address.pathname} is a package that nobody signed.`);
    const tooMuch = new UpdateFailure('untrusted', `${address.pathname} is larger than was signed.`);
    await boundedAnswer(this.#ask(address, headers), this.#clock, size, tooMuch, body =>
      pipeline(body, proven(sha512), createWriteStream(destination)),
    );
    return destination;
  }

  /** Throws `UpdateFailure` unless what lies at `file` now is a package that is allowed. */
  prove(file: string): void {
    if (!this.#sizes.has(hash('sha512', readFileSync(file), 'base64')))
      throw new UpdateFailure('untrusted', 'The package was changed after it had been fetched.');
  }

  /** A redirect leads to what nobody packed with the till. */
  #ask(address: URL, headers: DownloadOptions['headers'] = {}): Ask {
    const options = {
      url: address.href,
      redirect: 'error',
      headers: { ...headers, 'cache-control': 'no-cache' },
    };
    return answered => this.createRequest(options, answered);
  }
}
