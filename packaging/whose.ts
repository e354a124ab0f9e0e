/** Who ships this package, as KEYTILL_HOMEPAGE and KEYTILL_MAINTAINER ("Name <address>") say. */
export function ownersOf(environment: NodeJS.ProcessEnv): {
  homepage: string | undefined;
  maintainer: string | undefined;
} {
  const { KEYTILL_HOMEPAGE: homepage, KEYTILL_MAINTAINER: maintainer } = environment;
  return { homepage: homepage || undefined, maintainer: maintainer || undefined };
}

/** Where newer releases will be, and the key that signs them, as KEYTILL_UPDATES_URL and KEYTILL_UPDATES_KEY say. */
export function releasesOf(environment: NodeJS.ProcessEnv): { url: string; publicKey: string } | undefined {
  const { KEYTILL_UPDATES_URL: url, KEYTILL_UPDATES_KEY: publicKey } = environment;
  return url && publicKey ? { url, publicKey } : undefined;
}

/** Why nothing can be packaged with this environment: a sentence, or undefined where all is said. */
export function whyNoPackage(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const { homepage, maintainer } = ownersOf(environment);
  if (platform === 'linux' && !(homepage && maintainer && /.+ <.+@.+>/.test(maintainer)))
    return 'a deb says who ships it: set KEYTILL_HOMEPAGE, and KEYTILL_MAINTAINER as "Name <address>"';
  const {
    KEYTILL_UPDATES_URL: url,
    KEYTILL_UPDATES_KEY: key,
    KEYTILL_UPDATES_SIGNING_KEY: secret,
  } = environment;
  const given = [url, key, secret].filter(Boolean).length;
  if (given > 0 && given < 3)
    return 'updates are signed or not at all: set all of KEYTILL_UPDATES_URL, KEYTILL_UPDATES_KEY and KEYTILL_UPDATES_SIGNING_KEY, or none';
  if (url && !/^https:\/\/.+\/$/.test(url))
    return 'KEYTILL_UPDATES_URL must begin with https:// and end with /';
  return undefined;
}
