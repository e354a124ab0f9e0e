import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterPack } from './after-pack.ts';
import { packagedFiles, UNPACKED } from './files.ts';
import { ownersOf, releasesOf } from './whose.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8'));
const { homepage, maintainer } = ownersOf(process.env);
const releases = releasesOf(process.env);
const artifact = `KeyTill-${version}-${process.platform}-${process.arch}`;

/** What `npm run dist` makes, by electron-builder: an installer for this system and this kind of processor. */
export default {
  appId: 'io.keytill.till',
  productName: 'KeyTill',
  copyright: 'MIT licence',
  extraMetadata: {
    desktopName: 'keytill.desktop',
    ...(maintainer ? { author: maintainer } : {}),
    ...(homepage ? { homepage } : {}),
    // Inside the archive, where nobody changes it unseen: the till trusts what this key has signed.
    ...(releases ? { updates: releases } : {}),
  },
  directories: { output: 'dist', buildResources: 'packaging' },
  files: packagedFiles(process.platform, process.arch),
  asar: true,
  asarUnpack: UNPACKED,
  extraResources: [{ from: 'out/notices', to: 'notices' }],
  // The binary that npm ci's checksums were held against, rather than a second download.
  electronDist: 'node_modules/electron/dist',
  // Both native packages use Node-API: what npm ci brought runs in Electron as it is.
  npmRebuild: false,
  // Nothing is sent anywhere: with a server the descriptions of this release are written, for `npm run dist` to sign.
  publish: releases ? [{ provider: 'generic', url: releases.url }] : null,
  afterPack,
  win: { target: ['nsis'], icon: here('icons/keytill.ico'), executableName: 'KeyTill' },
  nsis: {
    artifactName: `${artifact}.exe`,
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: false,
    deleteAppDataOnUninstall: false,
  },
  mac: {
    // People install the dmg; an update is unpacked from the zip.
    target: ['dmg', 'zip'],
    artifactName: `${artifact}.\${ext}`,
    icon: here('icons/keytill.icns'),
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: here('macos/entitlements.plist'),
    entitlementsInherit: here('macos/entitlements.plist'),
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: here('icons/linux'),
    executableName: 'keytill',
    // Left out, the AppImage's desktop entry would start the till without a sandbox.
    executableArgs: [],
    syncDesktopName: true,
    category: 'Office',
    synopsis: 'Point of sale for gift-card keys and top-ups',
    ...(maintainer ? { maintainer, vendor: maintainer.replace(/ *<.*/, '') } : {}),
  },
  // An update keeps its name, so that whatever starts it finds it: a version in it would soon be wrong.
  appImage: { artifactName: `KeyTill-${process.platform}-${process.arch}.AppImage` },
  deb: {
    artifactName: `${artifact}.deb`,
    depends: [
      'libgtk-3-0',
      'libnotify4',
      'libnss3',
      'libxss1',
      'libxtst6',
      'xdg-utils',
      'libatspi2.0-0',
      'libuuid1',
      'libsecret-1-0',
    ],
    recommends: ['gnome-keyring', 'cups-client'],
    fpm: [
      `${here('linux/keytill-autostart.desktop')}=/etc/xdg/autostart/keytill.desktop`,
      `${here('linux/keytill-desktop.service')}=/usr/lib/systemd/user/keytill-desktop.service`,
    ],
  },
};
