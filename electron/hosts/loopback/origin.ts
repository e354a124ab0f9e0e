/** The request headers that say where a request comes from, as they arrived. */
export interface RequestPlace {
  host: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  /** A person's window goes to a launch address, whose code is worth more than where it was followed from. */
  opensLaunch: boolean;
}

/**
 * Why a request is refused before anything in it is looked at; `undefined` where it may go on.
 * The Host check is what stops another site's name that was made to point at 127.0.0.1; Origin and
 * Sec-Fetch-Site stop pages of other sites, which a browser names truthfully.
 */
export function refusePlace(place: RequestPlace, port: number): string | undefined {
  const { host, origin, fetchSite, opensLaunch } = place;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)
    return 'This till answers to its own address only.';
  if (origin !== undefined && origin !== `http://${host}`) return 'This till answers to its own pages only.';
  if (fetchSite === 'cross-site' && opensLaunch) return undefined;
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none')
    return 'This till answers to its own pages only.';
  return undefined;
}
