import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

const launcher = new URL('../../scripts/launcher.mjs', import.meta.url).href;
const script = `
  import { whenLauncherEnds } from '${launcher}';
  const waiting = setInterval(() => {}, 1000);
  whenLauncherEnds(() => { console.log('gone'); clearInterval(waiting); });
  console.log('watching');`;

/** As npm does it: a shell that waits for the script and passes nothing on. */
function underShell(environment: NodeJS.ProcessEnv) {
  const shell = spawn('sh', ['-c', '"$NODE" --input-type=module -e "$SCRIPT"; true'], {
    env: { ...process.env, ...environment, NODE: process.execPath, SCRIPT: script },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const heard = (word: string) =>
    new Promise<void>((resolve, reject) => {
      shell.stdout.on('data', text => String(text).includes(word) && resolve());
      shell.stdout.on('end', () => reject(new Error(`ended without ${word}`)));
    });
  return { shell, heard };
}

test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGKILL'] as const)(
  'a task hears that the shell of npm ended by %s',
  async signal => {
    const { shell, heard } = underShell({ npm_lifecycle_event: 'serve' });
    await heard('watching');
    const gone = heard('gone');
    shell.kill(signal);
    await expect(gone).resolves.toBeUndefined();
  },
);
