import { sep } from 'node:path';

/**
 * The file of the AppImage that this program was unpacked from; undefined where it is none. A program that an AppImage has started
 * inherits its variables.
 */
export function ownAppImage(program: string, environment: NodeJS.ProcessEnv): string | undefined {
  const { APPIMAGE, APPDIR } = environment;
  return APPDIR && program.startsWith(APPDIR + sep) ? APPIMAGE : undefined;
}
