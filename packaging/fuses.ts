import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

interface Fuse {
  on: boolean;
  why: string;
}

/** Every fuse of the pinned Electron. A new one is a missing property here: the compiler and a test ask for its choice. */
export const FUSES: Readonly<Record<keyof typeof FuseV1Options, Fuse>> = {
  RunAsNode: {
    on: false,
    why: 'With ELECTRON_RUN_AS_NODE the till would be a Node that runs anything; its own threads do not need it.',
  },
  EnableCookieEncryption: {
    on: true,
    why: 'The till keeps nothing in cookies; if a page ever did, they would be unreadable in the profile.',
  },
  EnableNodeOptionsEnvironmentVariable: {
    on: false,
    why: 'NODE_OPTIONS could have any file run before the till, with its token in reach.',
  },
  EnableNodeCliInspectArguments: {
    on: false,
    why: '--inspect and SIGUSR1 would let any program of this user read the token out of the memory.',
  },
  EnableEmbeddedAsarIntegrityValidation: {
    on: true,
    why: 'On Windows and macOS a program whose files were changed does not start. Linux has no such check yet.',
  },
  OnlyLoadAppFromAsar: {
    on: true,
    why: 'A folder "app" laid beside the archive would be started in its place, unchecked.',
  },
  LoadBrowserProcessSpecificV8Snapshot: {
    on: false,
    why: 'There is no snapshot of its own; with this fuse Electron would look for one.',
  },
  GrantFileProtocolExtraPrivileges: {
    on: false,
    why: 'The screens come from app://, nothing is loaded from file://.',
  },
  WasmTrapHandlers: {
    on: true,
    why: "As Electron ships it: undici's HTTP parser is WebAssembly, and without traps every access is checked in software.",
  },
};

/** Sets every fuse of this Electron; rejects when it has one that is not named above. */
export async function setFuses(electron: string): Promise<void> {
  await flipFuses(electron, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Changing the program breaks the signature without which no arm64 Mac starts it; a real one is put on afterwards.
    resetAdHocDarwinSignature: true,
    [FuseV1Options.RunAsNode]: FUSES.RunAsNode.on,
    [FuseV1Options.EnableCookieEncryption]: FUSES.EnableCookieEncryption.on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FUSES.EnableNodeOptionsEnvironmentVariable.on,
    [FuseV1Options.EnableNodeCliInspectArguments]: FUSES.EnableNodeCliInspectArguments.on,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FUSES.EnableEmbeddedAsarIntegrityValidation.on,
    [FuseV1Options.OnlyLoadAppFromAsar]: FUSES.OnlyLoadAppFromAsar.on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FUSES.LoadBrowserProcessSpecificV8Snapshot.on,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FUSES.GrantFileProtocolExtraPrivileges.on,
    [FuseV1Options.WasmTrapHandlers]: FUSES.WasmTrapHandlers.on,
  });
}
