import { expect, test } from 'vitest';
import { ownAppImage } from '../../../electron/hosts/desktop/app-image.ts';

const mounted = { APPIMAGE: '/home/till/KeyTill.AppImage', APPDIR: '/tmp/.mount_KeyTiX' };

test('a program that was unpacked from an AppImage knows its file', () => {
  expect(ownAppImage('/tmp/.mount_KeyTiX/keytill', mounted)).toBe('/home/till/KeyTill.AppImage');
});

test.each([
  ['started by another AppImage', '/opt/KeyTill/keytill', mounted],
  ['with a folder of a similar name', '/tmp/.mount_KeyTiXY/keytill', mounted],
  ['that is none', '/opt/KeyTill/keytill', {}],
])('a program %s does not', (_, program, environment) => {
  expect(ownAppImage(program, environment)).toBeUndefined();
});
