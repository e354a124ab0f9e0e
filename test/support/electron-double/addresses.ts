/**
 * Chromium loads no page from a scheme that it was not built with, so each `scheme://host` stands behind an address of
 * its own in a domain that cannot exist, and the double answers it before anything is resolved. Every address that the main
 * process sees is the product's; only `location` inside the page shows the other one.
 */
const DOMAIN = 'electron-double.invalid';

export interface AddressBook {
  toChromium(address: string): string;
  toProduct(address: string): string;
}

/** `isSecure`: whether a scheme was given the right to be a secure context. Hosts of schemes other than http(s) are mapped. */
export function addressBook(isSecure: (scheme: string) => boolean): AddressBook {
  const own = /^(blob:)?([a-z][a-z0-9+-]*):\/\/([^/?#]*)/;
  const mapped = new RegExp(`^(blob:)?https?://([^/?#]*)\\.([a-z0-9+-]+)\\.${DOMAIN.replace('.', '\\.')}`);
  return {
    toChromium(address) {
      const [start, blob = '', scheme = '', host = ''] = own.exec(address) ?? [];
      if (start === undefined || BUILT_IN.has(scheme)) return address;
      const transport = isSecure(scheme) ? 'https' : 'http';
      return `${blob}${transport}://${host}.${scheme}.${DOMAIN}${address.slice(start.length)}`;
    },
    toProduct: address =>
      address.replace(mapped, (_all, blob = '', host, scheme) => `${blob}${scheme}://${host}`),
  };
}

const BUILT_IN = new Set(['http', 'https', 'file', 'ws', 'wss', 'chrome', 'devtools', 'ftp']);
