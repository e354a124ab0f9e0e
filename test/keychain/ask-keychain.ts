import { createOsKeychain } from '../../electron/keychain/os-keychain.ts';
import type { SecretName } from '../../electron/ports.ts';

/** Asks the OS keychain of this process and prints the answers as one line of JSON. */
const [profile = '', questions = '[]'] = process.argv.slice(2);
const keychain = createOsKeychain(profile);

const answers: unknown[] = [];
for (const [method, name, secret = ''] of JSON.parse(questions) as [
  'get' | 'set' | 'remove',
  SecretName,
  string?,
][]) {
  try {
    answers.push((await keychain[method](name, secret)) ?? null);
  } catch (error) {
    answers.push(error instanceof Error ? { name: error.name, message: error.message } : String(error));
  }
}
process.stdout.write(`${JSON.stringify(answers)}\n`);
