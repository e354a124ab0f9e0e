interface FileSet {
  from: string;
  to: string;
  filter: string[];
}

/**
 * What is in the packaged till, in electron-builder's patterns. Nothing of node_modules comes along by itself: all but the
 * two native packages is bundled, and of these only what they load on this machine, which is the one packaged for.
 */
export function packagedFiles(platform: string, arch: string): (string | FileSet)[] {
  return [
    'package.json',
    'out/main/{main,backup-worker}.js',
    'out/main/chunks/*.js',
    // Of the till without Electron.
    '!out/main/chunks/serve-till-*.js',
    'out/preload/preload.cjs',
    'out/renderer/**',
    '!node_modules/**',
    nativePackage('better-sqlite3', ['LICENSE', 'lib/**', `prebuilds/${platform}-${arch}.node`]),
    nativePackage('keytar', ['LICENSE.md', 'lib/keytar.js', 'build/Release/keytar.node']),
  ];
}

const nativePackage = (name: string, files: string[]): FileSet => ({
  from: `node_modules/${name}`,
  to: `node_modules/${name}`,
  filter: ['package.json', ...files],
});

/** The system loads these itself and looks into no archive. Their JavaScript stays inside, where it is checked. */
export const UNPACKED = ['**/*.node'];
