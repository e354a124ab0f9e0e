import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Machine, releaseFile, releaseStatement } from '../../shared/release.ts';

/** What a broken or hostile server does instead of sending a file. */
export type Answer = (response: ServerResponse) => void;

export interface ServedReleases {
  readonly url: string;
  /** As a package carries it: Ed25519, SPKI in DER, base64. */
  readonly publicKey: string;
  /** What was asked for, without the query. */
  readonly asked: string[];
  /** The signature of `text` as that of a release for `machine`. */
  sign(text: string, machine: Machine): string;
  /** Describes this version instead, under a signature that is right. */
  replay(version: string): void;
  /** Files by name: change them as somebody in between would. */
  readonly files: Map<string, string>;
  /** What is done instead of sending the file of that name. */
  readonly answers: Map<string, Answer>;
  stop(): void;
}

export const RELEASE_FILE = releaseFile(process);
export const PACKAGE = 'KeyTill.AppImage';

/** An update server on loopback with one signed release, as `npm run dist` makes it. */
export async function serveReleases(
  version: string,
  program: string,
  machine: Machine = process,
  name = PACKAGE,
): Promise<ServedReleases> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const files = new Map([...describe(version, program, machine, name, privateKey), [name, program]]);
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1));
    asked.push(name);
    const [body, answer] = [files.get(name), answers.get(name)];
    if (answer) answer(response);
    else response.writeHead(body === undefined ? 404 : 200).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise(done => server.once('listening', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    asked,
    files,
    answers,
    sign: (text, machine) => signed(text, machine, privateKey),
    replay(older) {
      for (const [file, text] of describe(older, program, machine, name, privateKey)) files.set(file, text);
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Sends for as long as somebody listens; resolves with the bytes that were taken. */
export function endless(status = 200): { answer: Answer; taken: Promise<number> } {
  const { promise: taken, resolve } = Promise.withResolvers<number>();
  const piece = Buffer.alloc(16 * 1024, 'a');
  const answer: Answer = response => {
    response.writeHead(status);
    const send = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', send);
    response.on('close', () => resolve(response.socket?.bytesWritten ?? 0));
    send();
  };
  return { answer, taken };
}

function describe(
  version: string,
  program: string,
  machine: Machine,
  name: string,
  key: KeyObject,
): [string, string][] {
  const sha512 = createHash('sha512').update(program).digest('base64');
  const size = Buffer.byteLength(program);
  const text = [
    `version: ${version}`,
    `files:`,
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${size}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    `releaseNotes: |`,
    `  Receipts in Kazakh.`,
    `releaseDate: '2026-03-29T00:00:00.000Z'`,
    '',
  ].join('\n');
  return [
    [releaseFile(machine), text],
    [`${releaseFile(machine)}.sig`, signed(text, machine, key)],
  ];
}

const signed = (text: string, machine: Machine, key: KeyObject): string =>
  sign(null, Buffer.from(releaseStatement(machine, text)), key).toString('base64');
